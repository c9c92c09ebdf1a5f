import type { Mapping } from "../contract/mapping.ts";
import type { DatasetShape } from "../domain/dataset-shape.ts";
import { columnsFor, type NamedPart } from "./column-name.ts";
import { needsMapping } from "./needs-mapping.ts";
import { recogniseDataset } from "./recognise-dataset.ts";
import { recogniseDimensions } from "./recognise-dimensions.ts";
import type { Recognised, Told } from "./recognise.ts";
import { createPeriodReader } from "./read-period.ts";
import { recogniseStructure } from "./recognise-structure.ts";

/** The top of a file, with what its sender says. */
export interface Head {
  header: readonly string[];
  rows: readonly (readonly string[])[];
  datasets: readonly DatasetShape[];
  told: Told;
}

/** Headers of a file that is wide by pair, with any letters: those that only look Latin are told later. */
const pairPattern = "^(?<BASE>\\p{L}{3})/(?<QUOTE>\\p{L}{3})$";
const pair = new RegExp(pairPattern, "u");

/** The whole mapping of a file's columns: what the sender says, and what the header tells by its names. Throws `needs-mapping` for the rest. */
export function recogniseColumns(
  head: Head,
): Pick<Recognised, "structure" | "unscaled"> & { mapping: Mapping; dataset: DatasetShape | null } {
  const { header, told } = head;
  const given = told.mapping ?? {};
  refuseDuplicates(head, given);
  refuseDateFormat(head, given);
  const structure = recogniseStructure(header, head.rows);
  const layout = recogniseLayout(head, given);
  const dataset = layout.series === undefined ? recogniseDataset(head, layout, structure) : null;
  const found = dataset ? recogniseDimensions(head, layout, dataset) : null;
  const parts = recogniseParts(header, layout);
  const mapping: Mapping = {
    ...layout,
    ...parts.mapping,
    decimal: given.decimal ?? ".",
    missing: given.missing ?? [],
    ...(dataset && found && { dataset: dataset.code, dimensions: found.dimensions }),
  };
  askFor([...(found?.missing ?? []), ...parts.missing], parts.candidates, mapping, head);
  if (given.wide === undefined) refuseLeftOver(head, mapping);
  return { mapping, dataset, structure, unscaled: unscaledColumn(header, mapping) };
}

/** Whether the file is of whole series names, wide by pair, or neither. */
function recogniseLayout({ header, told }: Head, given: Mapping): Mapping {
  if (given.wide ?? given.series ?? given.value ?? given.dimensions) return given;
  const [series] = columnsFor("series", header);
  if (series !== undefined && told.dataset === undefined) return { ...given, series };
  const isPair = (name: string) => pair.test(name);
  return header.some(isPair) ? { ...given, wide: { pattern: pairPattern } } : given;
}

function recogniseParts(header: readonly string[], layout: Mapping) {
  const { wide } = layout;
  const needed: NamedPart[] = [];
  if (!wide || !("period" in wide)) needed.push("period");
  if (!wide) needed.push("value");
  const mapping: Partial<Record<NamedPart, string>> = {};
  const candidates: Record<string, string[]> = {};
  const missing: string[] = [];
  for (const part of [...needed, "nominal", "status"] as const) {
    if (layout[part] !== undefined) continue;
    const found = columnsFor(part, header);
    const [name] = found;
    if (found.length > 1) candidates[part] = found;
    if (found.length > 1 || (name === undefined && needed.includes(part))) missing.push(part);
    else if (name !== undefined) mapping[part] = name;
  }
  return { mapping, missing, candidates };
}

/** A column between pairs that is none, `USDKZT` say, would else be passed over in silence. */
function refuseLeftOver(head: Head, mapping: Mapping): void {
  if (!mapping.wide) return;
  const { period, nominal, status, dimensions = {} } = mapping;
  const known = [period, nominal, status, ...Object.values(dimensions)];
  const left = head.header.filter((name) => name && !pair.test(name) && !known.includes(name));
  if (left.length === 0) return;
  const detail = `The other columns are pairs of currencies, and ${left.join(", ")} is not: say in the mapping which columns to read (wide).`;
  const sample = [head.header.join(" | ")];
  throw needsMapping(detail, { recognised: mapping, missing: ["wide"], sample });
}

function askFor(
  missing: readonly string[],
  candidates: Readonly<Record<string, readonly string[]>>,
  recognised: Mapping,
  { header, rows }: Head,
): void {
  if (missing.length === 0) return;
  const sample = [header, ...rows.slice(0, 2)].map((cells) => cells.join(" | ").slice(0, 200));
  const detail = `Say in the mapping (or, for a dimension, as source or set) what tells ${missing.join(", ")}.`;
  throw needsMapping(detail, { recognised, missing, candidates, sample });
}

function refuseDuplicates({ header }: Head, given: Mapping): void {
  const repeated = header.filter((name, at) => name !== "" && header.indexOf(name) !== at);
  if (repeated.length === 0 || JSON.stringify(given).includes('"index":')) return;
  const detail = `Several columns are called ${[...new Set(repeated)].join(", ")}: map them by index.`;
  const sample = [header.join(" | ")];
  throw needsMapping(detail, { recognised: given, missing: ["period", "value"], sample });
}

function refuseDateFormat({ header }: Head, given: Mapping): void {
  if (createPeriodReader(given.dateFormat)) return;
  const detail = `Kurs reads no dates of the form ${given.dateFormat ?? ""}: it takes YYYY, MM or M, DD or D with marks between them, as DD.MM.YYYY.`;
  const sample = [header.join(" | ")];
  throw needsMapping(detail, { recognised: given, missing: ["dateFormat"], sample });
}

function unscaledColumn(
  header: readonly string[],
  { nominal, nominalPower }: Mapping,
): number | null {
  const at = header.indexOf("UNIT_MULT");
  return at < 0 || nominal !== undefined || nominalPower !== undefined ? null : at;
}
