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
export function isMissing(text: string, listed: ReadonlySet<string>): boolean {
  if (listed.size > 0 && listed.has(text)) return true;
  const first = text.charCodeAt(0);
  const isDigit = first >= 48 && first <= 57; // almost every cell: no need to fold it
  return !isDigit && text.length <= longest && markers.has(text.toLowerCase());
}
