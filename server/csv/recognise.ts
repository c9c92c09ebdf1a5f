import type { Mapping } from "../contract/mapping.ts";
import type { DatasetShape } from "../domain/dataset-shape.ts";
import { KursError } from "../domain/kurs-error.ts";
import { canonicalMapping } from "./canonical-mapping.ts";
import { planMeasures } from "./column-plan.ts";
import { inspectFile } from "./inspect-file.ts";
import type { CsvRecord } from "./parse-block.ts";
import { type Framing, readRecords } from "./read-records.ts";
import { recogniseColumns } from "./recognise-columns.ts";
import { recogniseFraming } from "./recognise-framing.ts";
import { isBlank, isComment } from "./record-check.ts";

const mostColumns = 200;

/** What the sender of a file says about it. */
export interface Told {
  mapping?: Mapping | undefined;
  dataset?: string | undefined;
  source?: string | undefined;
  /** Constants by dimension: `BASE=USD`. */
  set?: Readonly<Record<string, string>> | undefined;
}

/** A column that names the structure of each row, as SDMX-CSV has it, and what it says in the first one. */
export interface Structure {
  at: number;
  column: string;
  text: string;
  /** Index of the column ACTION; null where there is none. */
  action: number | null;
}

/** A file understood: how to cut it into records, and what each column is. */
export interface Recognised extends Framing {
  /** Complete and explicit: applied to the same file it gives the same observations. */
  mapping: Mapping;
  /** The names of the columns without space around, in their order. */
  header: string[];
  /** Physical line of the header. */
  headerLine: number;
  structure: Structure | null;
  /** Index of a column UNIT_MULT that the mapping leaves out, and that therefore must say 0. */
  unscaled: number | null;
  /** The source that the sender named. */
  source: string | null;
}

/**
 * Understands a file: its encoding, its delimiter and its columns, with the mapping where there is one and
 * without it for Kurs's own layouts and SDMX-CSV. Throws `unreadable-file` for what is no CSV file,
 * `unknown-dataset`, and `needs-mapping` with what was recognised, what is missing, and sample lines.
 */
export async function recognise(
  path: string,
  { datasets, request }: { datasets: readonly DatasetShape[]; request: Told },
): Promise<Recognised> {
  const { encoding } = await inspectFile(path, request.mapping?.encoding);
  const framing = await recogniseFraming(path, encoding, request.mapping ?? {});
  const { header, headerLine, rows } = await readHead(path, framing);
  const {
    mapping: columns,
    dataset,
    structure,
    unscaled,
  } = recogniseColumns({
    header,
    rows,
    datasets,
    told: request,
  });
  const mapping = canonicalMapping({ ...columns, ...framing }, dataset);
  planMeasures(mapping, header, dataset); // throws for a column that is not there
  const source = request.source ?? null;
  return { ...framing, mapping, header, headerLine, structure, unscaled, source };
}

async function readHead(path: string, framing: Framing) {
  const records = await firstRecords(path, framing);
  const head = records.find(({ cells }) => !isBlank(cells) && !isComment(cells));
  if (!head) throw new KursError("unreadable-file", "The file has no data rows.");
  const { line: headerLine, cells, fault } = head;
  if (fault === "quote-damage") {
    throw new KursError(
      "unreadable-file",
      `The quotes of the header (line ${headerLine}) are damaged.`,
    );
  }
  if (cells.length > mostColumns) {
    const detail = `The header has ${cells.length} columns; Kurs reads up to ${mostColumns}.`;
    throw new KursError("unreadable-file", detail);
  }
  const below = records.filter(({ line, cells }) => line > headerLine && !isBlank(cells));
  const rows = below.map((record) => record.cells);
  return { header: cells.map((cell) => cell.trim()), headerLine, rows };
}

async function firstRecords(path: string, framing: Framing): Promise<CsvRecord[]> {
  for await (const records of readRecords(path, framing)) return records;
  return [];
}
