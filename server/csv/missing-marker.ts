import type { Mapping } from "../contract/mapping.ts";
import type { Status } from "../contract/observation.ts";

/** Texts that a mapping calls missing, and the status of the observations where they stand. */
export type MissingTexts = ReadonlyMap<string, Status>;

/** What a mapping lists as missing: of status `M` where it says no other. */
export function listMissing({ missing = [] }: Pick<Mapping, "missing">): MissingTexts {
  if (!Array.isArray(missing)) return new Map(Object.entries(missing));
  return new Map(missing.map((text) => [text, "M"]));
}

/** How publishers say that there is no figure, in lower case. */
const markers: ReadonlySet<string> = new Set([
  "",
  "n/a",
  "n.a.",
  "na",
  "-",
  "–",
  "—",
  ".",
  "..",
  "...",
  "…",
  ":",
  "*",
  "x",
  "#n/a",
  "nd",
  "n.d.",
  "n/d",
  "n/e",
  "--",
  "---",
  "нет данных",
  "н/д",
  "нет",
  "null",
  "nan",
]);

const longest = Math.max(...[...markers].map(({ length }) => length));

/** Whether a cell says that there is no figure: by the marks that publishers use, or one that the mapping lists. */
export function isMissing(text: string, listed: MissingTexts): boolean {
  if (listed.size > 0 && listed.has(text)) return true;
  const first = text.charCodeAt(0);
  const isDigit = first >= 48 && first <= 57; // almost every cell: no need to fold it
  return !isDigit && text.length <= longest && markers.has(text.toLowerCase());
}
