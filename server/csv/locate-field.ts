import type { DimensionPlace, FieldPlace, Mapping, StatusPlace } from "../contract/mapping.ts";
import { foldName } from "./column-name.ts";
import { constantField, type Field } from "./field.ts";
import { needsMapping } from "./needs-mapping.ts";

/** A column: a header's name, or its index counted from 0. */
export type ColumnPlace = Exclude<FieldPlace | DimensionPlace | StatusPlace, { value: string }>;

/** The field that a place names. Throws `needs-mapping` when the header has no such column, or several. */
export function locateField(
  place: FieldPlace | DimensionPlace | StatusPlace,
  header: readonly string[],
  recognised: Mapping,
): Field {
  if (typeof place === "object" && "value" in place) return constantField(place.value);
  const at = locateColumn(place, header, recognised);
  return { at, column: header[at] || `column ${at}`, constant: "" };
}

/** The index of a column. Throws `needs-mapping` when the header has no such column, or several. */
export function locateColumn(
  place: ColumnPlace,
  header: readonly string[],
  recognised: Mapping,
): number {
  const refuse = (detail: string) => {
    return needsMapping(detail, { recognised, missing: [], sample: [header.join(" | ")] });
  };
  if (typeof place === "object" && "index" in place) {
    if (place.index < header.length) return place.index;
    const detail = `There is no column ${place.index}: the file has ${header.length}, counted from 0.`;
    throw refuse(detail);
  }
  const name = typeof place === "string" ? place : place.column;
  const [at, ...others] = columnsNamed(name, header);
  if (at === undefined) {
    throw refuse(`There is no column ${name}. The file has ${header.join(", ")}.`);
  }
  if (others.length === 0) return at;
  throw refuse(`Several columns are called ${name}: choose one by its index.`);
}

/** Those of exactly this name, else those that differ in case, ё or space only. */
function columnsNamed(name: string, header: readonly string[]): number[] {
  const exact = header.flatMap((cell, at) => (cell === name.trim() ? [at] : []));
  if (exact.length > 0) return exact;
  return header.flatMap((cell, at) => (foldName(cell) === foldName(name) ? [at] : []));
}
