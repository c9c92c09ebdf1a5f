import type { Mapping } from "../contract/mapping.ts";
import type { DatasetShape } from "../domain/dataset-shape.ts";
import type { KursError } from "../domain/kurs-error.ts";
import { columnsFor, columnsForDimension, isMultiplier, type NamedPart } from "./column-name.ts";
import { needsMapping } from "./needs-mapping.ts";
import { recogniseDataset } from "./recognise-dataset.ts";
import { recogniseDimensions } from "./recognise-dimensions.ts";
import type { Recognised, SenderHints } from "./recognised.ts";
import { createPeriodReader } from "./read-period.ts";
import { columnsBeside, recogniseWide } from "./recognise-wide.ts";
import { recogniseStructure } from "./recognise-structure.ts";
import { createZoneDay } from "./zone-day.ts";

/** The top of a file, with what its sender says. */
export interface Head {
  header: readonly string[];
  rows: readonly (readonly string[])[];
  datasets: readonly DatasetShape[];
  told: SenderHints;
}

/** A file's columns, understood. */
interface RecognisedColumns extends Pick<Recognised, "structure" | "unscaled"> {
  mapping: Mapping;
  dataset: DatasetShape | null;
  hasPoint: boolean;
  /** The `needs-mapping` for dimensions that nobody tells, to be thrown once it is known what else is to be asked; else null. */
  asked: KursError | null;
}

/**
 * The whole mapping of a file's columns: what the sender says, and what the header tells by its names. Throws
 * `needs-mapping` where periods or values, or anything else that is needed to read on, are not told.
 */
export function recogniseColumns(head: Head): RecognisedColumns {
  const { header, told } = head;
  const given = told.mapping ?? {};
  refuseDuplicates(head, given);
  refuseDateFormat(head, given);
  refuseZone(head, given);
  const structure = recogniseStructure(header, head.rows);
  const layout = recogniseLayout(head, given);
  const dataset = layout.series === undefined ? recogniseDataset(head, layout, structure) : null;
  const found = dataset ? recogniseDimensions(head, layout, dataset) : null;
  const parts = recogniseParts(header, layout);
  const mapping: Mapping = {
    ...layout,
    ...parts.mapping,
    missing: given.missing ?? [],
    ...(dataset && found && { dataset: dataset.code, dimensions: found.dimensions }),
  };
  const missing = [...(found?.missing ?? []), ...parts.missing];
  const asked = askFor(missing, parts.candidates, mapping, head, dataset);
  if (asked && parts.missing.length > 0) throw asked;
  if (!asked && given.wide === undefined) refuseLeftOver(head, mapping);
  const unscaled = unscaledColumn(header, mapping);
  return {
    mapping,
    dataset,
    structure,
    unscaled,
    hasPoint: isOwnLayout(header, structure, mapping),
    asked,
  };
}

/** Kurs's own layouts, and SDMX-CSV: both are defined to have a decimal point. */
function isOwnLayout(
  header: readonly string[],
  structure: Recognised["structure"],
  { wide, series }: Mapping,
): boolean {
  const names = header.map((name) => name.toLowerCase());
  const has = (...all: string[]) => all.every((name) => names.includes(name));
  const isPairs = wide && "pattern" in wide && wide.pattern.includes("(?<BASE>");
  const isSeries = series !== undefined && has("series", "period", "value");
  const isSdmx = structure !== null || has("time_period", "obs_value");
  return isPairs === true || isSeries || isSdmx || has("base", "quote", "rate");
}

/** Whether the file is of whole series names, wide by pair, or neither. */
function recogniseLayout(head: Head, given: Mapping): Mapping {
  const { header, told } = head;
  if (given.wide ?? given.series ?? given.value) return given;
  const [series] = given.dimensions ? [] : columnsFor("series", header);
  if (series !== undefined && told.dataset === undefined) return { ...given, series };
  if (columnsFor("value", header).length > 0) return given;
  const wide = recogniseWide(head, given);
  return wide ? { ...given, wide } : given;
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
    else if (name === undefined && needed.includes(part)) candidates[part] = unknownNames(header);
    if (found.length > 1 || (name === undefined && needed.includes(part))) missing.push(part);
    else if (name !== undefined) mapping[part] = name;
  }
  return { mapping, missing, candidates };
}

/** The columns whose names say nothing to Kurs: `Покупка` and `Продажа`, say, of which none is the rate by itself. */
function unknownNames(header: readonly string[]): string[] {
  const parts = ["period", "value", "nominal", "status", "series"] as const;
  const known = new Set([
    ...parts.flatMap((part) => columnsFor(part, header)),
    ...["FREQ", "BASE", "QUOTE"].flatMap((code) => columnsForDimension(code, header)),
  ]);
  return header.filter((name) => name !== "" && !known.has(name));
}

/** A column between pairs or currencies that is none, `turnover` say, would else be passed over in silence. */
function refuseLeftOver(head: Head, mapping: Mapping): void {
  const { wide } = mapping;
  if (!wide || "period" in wide || "columns" in wide) return;
  const { period, nominal, status, dimensions = {} } = mapping;
  const places = [period, nominal, status, ...Object.values(dimensions)];
  const known = places.map((place) =>
    typeof place === "object" && "column" in place ? place.column : place,
  );
  const left = columnsBeside(wide.pattern, head.header).filter(
    (name) => name && !known.includes(name),
  );
  if (left.length === 0) return;
  const detail = `The other columns are currencies or pairs of them, and ${left.join(", ")} is not: say in the mapping which columns to read (wide).`;
  const sample = [head.header.join(" | ")];
  throw needsMapping(detail, { recognised: mapping, missing: ["wide"], sample });
}

function askFor(
  missing: readonly string[],
  candidates: Readonly<Record<string, readonly string[]>>,
  recognised: Mapping,
  { header, rows }: Head,
  dataset: DatasetShape | null,
): KursError | null {
  if (missing.length === 0) return null;
  const source = `dimensions.${dataset?.sourceDimension ?? ""}`;
  const sample = [header, ...rows.slice(0, 2)].map((cells) => cells.join(" | ").slice(0, 200));
  const others = missing.filter((part) => part !== source);
  const sentences = [
    missing.includes(source) &&
      `Say who publishes: --source CODE on the command line, source=CODE over HTTP, or ${source} in the mapping.`,
    others.length > 0 &&
      `Say in the mapping (or, for a dimension, with --set on the command line) what tells ${others.join(", ")}.`,
  ];
  const detail = sentences.filter(Boolean).join(" ");
  return needsMapping(detail, { recognised, missing, candidates, sample });
}

function refuseDuplicates({ header }: Head, given: Mapping): void {
  const repeated = header.filter((name, at) => name !== "" && header.indexOf(name) !== at);
  // Equal names are told apart where they are used: a column that nobody reads may be called what it likes.
  const isMapped = (given.value ?? given.wide) !== undefined;
  if (repeated.length === 0 || isMapped || JSON.stringify(given).includes('"index":')) return;
  const detail = `Several columns are called ${[...new Set(repeated)].join(", ")}: map them by index.`;
  const sample = [header.join(" | ")];
  throw needsMapping(detail, { recognised: given, missing: ["period", "value"], sample });
}

function refuseDateFormat({ header }: Head, given: Mapping): void {
  if (createPeriodReader(given.dateFormat)) return;
  const detail = `Kurs reads no dates of the form ${given.dateFormat ?? ""}: it takes YYYY or YY, MM, M or MMM (a name), DD or D, Q, with marks between them, as DD.MM.YYYY, D MMM YYYY, [Q]Q YYYY, or EXCEL.`;
  const sample = [header.join(" | ")];
  throw needsMapping(detail, { recognised: given, missing: ["dateFormat"], sample });
}

function refuseZone({ header }: Head, given: Mapping): void {
  if (given.zone === undefined || createZoneDay(given.zone)) return;
  const detail = `Kurs knows no time zone ${given.zone}: it takes names as Asia/Almaty, Asia/Bishkek or UTC.`;
  const sample = [header.join(" | ")];
  throw needsMapping(detail, { recognised: given, missing: ["zone"], sample });
}

function unscaledColumn(
  header: readonly string[],
  { nominal, nominalPower }: Mapping,
): number | null {
  const at = header.findIndex(isMultiplier);
  return at < 0 || nominal !== undefined || nominalPower !== undefined ? null : at;
}
