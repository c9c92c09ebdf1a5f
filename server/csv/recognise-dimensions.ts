import type { DimensionPlace, Mapping } from "../contract/mapping.ts";
import type { DatasetShape, DimensionShape } from "../domain/dataset-shape.ts";
import { columnsForDimension } from "./column-name.ts";
import { needsMapping } from "./needs-mapping.ts";
import { readCode } from "./read-code.ts";
import type { Head } from "./recognise-columns.ts";

/** Where each dimension of the dataset is told, and which are not. Left out without being missing: FREQ where the form of the periods tells it, and what the headers of a wide file tell. */
export function recogniseDimensions(
  head: Head,
  layout: Mapping,
  dataset: DatasetShape,
): { dimensions: Record<string, DimensionPlace>; missing: string[] } {
  refuseUnknown(head, layout, dataset);
  const dimensions: Record<string, DimensionPlace> = {};
  const missing: string[] = [];
  for (const dimension of dataset.dimensions) {
    const { code } = dimension;
    const place = placeOf(dimension, head, layout, dataset);
    if (place !== undefined) dimensions[code] = checked(place, dimension, layout);
    else if (code !== "FREQ" && !isInHeaders(code, layout)) missing.push(`dimensions.${code}`);
  }
  return { dimensions, missing };
}

function placeOf(
  { code, codes }: DimensionShape,
  { header, rows, told }: Head,
  layout: Mapping,
  { sourceDimension }: DatasetShape,
): DimensionPlace | undefined {
  const constant = told.set?.[code];
  if (constant !== undefined) return { value: constant };
  if (layout.dimensions?.[code] !== undefined) return layout.dimensions[code];
  if (isInHeaders(code, layout)) return undefined;
  const [column] = columnsForDimension(code, header);
  // A column Frequency may say `Monthly`; the form of the periods says it better.
  const at = header.indexOf(column ?? "");
  const isCoded = code !== "FREQ" || column === code || codes.has(rows[0]?.[at]?.trim() ?? "");
  if (column !== undefined && isCoded) return column;
  return code === sourceDimension && told.source !== undefined ? { value: told.source } : undefined;
}

function isInHeaders(code: string, { wide }: Mapping): boolean {
  if (!wide) return false;
  return "dimension" in wide ? wide.dimension === code : wide.pattern.includes(`(?<${code}>`);
}

/** A constant that is no code would refuse every row: better to say so at once. */
function checked(place: DimensionPlace, dimension: DimensionShape, recognised: Mapping) {
  if (typeof place === "string" || !("value" in place)) return place;
  const code = readCode(place.value.trim(), dimension);
  if (typeof code === "string") return { value: code };
  const missing = [`dimensions.${dimension.code}`];
  throw needsMapping(code.message, { recognised, missing, sample: [] });
}

function refuseUnknown({ told }: Head, layout: Mapping, { code, dimensions }: DatasetShape): void {
  const named = [...Object.keys(told.set ?? {}), ...Object.keys(layout.dimensions ?? {})];
  if (layout.wide && "dimension" in layout.wide) named.push(layout.wide.dimension);
  if (layout.wide && "pattern" in layout.wide) named.push(...groupsOf(layout.wide.pattern));
  const unknown = named.find((name) => dimensions.every((dimension) => dimension.code !== name));
  if (unknown === undefined) return;
  const known = dimensions.map((dimension) => dimension.code);
  const detail = `${code} has no dimension ${unknown}. It has ${known.join(", ")}.`;
  throw needsMapping(detail, { recognised: layout, missing: ["dimensions"], sample: [] });
}

function groupsOf(pattern: string): string[] {
  const groups = [...pattern.matchAll(/\(\?<(\w+)>/g)].map(([, name = ""]) => name);
  return groups.filter((name) => !["code", "nominal", "period"].includes(name));
}
