import type { FieldPlace } from "../../server/contract/mapping.ts";
import type { ImportPreview } from "../../server/contract/import-report.ts";

/** The columns of a file with what they have in the first rows. */
export type Columns = ImportPreview["columns"];

/** Where a field stands, as a control has it: `column 3`, `always USD`, or nothing. */
export type PlaceText = "" | `column ${number}` | `always ${string}`;

/** The control's text for a place of a mapping; null for a place that no control can tell. */
export function textOfPlace(place: unknown, columns: Columns): PlaceText | null {
  if (place === undefined) return "";
  if (typeof place === "string") return textOfColumn(place, columns);
  if (typeof place !== "object" || place === null) return null;
  const members = Object.keys(place);
  if (members.length > 1) return null;
  if ("column" in place) return textOfColumn(String(place.column), columns);
  if ("index" in place) return `column ${Number(place.index)}`;
  if ("value" in place) return `always ${String(place.value)}`;
  return null;
}

/**
 * The place of a mapping that a control's text tells; undefined for none. A column goes by its name where it has one of
 * its own.
 */
export function placeOfText(text: string, columns: Columns): FieldPlace | undefined {
  const [, kind, rest = ""] = /^(column|always) (.*)$/.exec(text) ?? [];
  if (kind === "always") return rest === "" ? undefined : { value: rest };
  if (kind !== "column") return undefined;
  const name = columns[Number(rest)]?.name ?? "";
  const isOwn = name !== "" && columns.filter((column) => column.name === name).length === 1;
  // Names that stand for columns of a file without a header are no names in a mapping.
  return isOwn && !/^column \d+$/.test(name) ? name : { index: Number(rest) };
}

/** How a column is called: by its name, or by its place, and with an example. */
export function describeColumn({ name, cells }: Columns[number], at: number): string {
  const example = cells.find((cell) => cell !== "");
  const called = name === "" ? `#${at + 1}` : name;
  return example === undefined ? called : `${called} (${example})`;
}

function textOfColumn(name: string, columns: Columns): PlaceText | null {
  const at = columns.findIndex((column) => column.name === name);
  return at < 0 ? null : `column ${at}`;
}
