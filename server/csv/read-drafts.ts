import type { RowProblem } from "../contract/import-report.ts";
import type { Draft, Reading } from "../domain/draft.ts";
import type { DatasetShape } from "../domain/dataset-shape.ts";
import { KursError } from "../domain/kurs-error.ts";
import { type Measure, planMeasures } from "./column-plan.ts";
import { createKeyReader } from "./key-reader.ts";
import type { Key } from "./key.ts";
import type { CellFault } from "./read-code.ts";
import type { CsvRecord } from "./parse-block.ts";
import { type Conventions, readMeasurePeriod, readMeasureValue } from "./read-measure.ts";
import { createPeriodReader } from "./read-period.ts";
import { readRecords } from "./read-records.ts";
import type { Recognised } from "./recognise.ts";
import { createRecordCheck } from "./record-check.ts";
import { errorAt } from "./row-problem.ts";
import { SkippedLines } from "./skipped-lines.ts";

interface KeyedMeasure extends Measure {
  readKey: (cells: readonly string[]) => Key;
}

interface Reader {
  conventions: Conventions;
  measures: readonly KeyedMeasure[];
  skipped: SkippedLines;
}

/**
 * The observations of a file in batches, in the order of its lines, each as a draft or as a problem of its line;
 * notices of what was passed over come last. A row of a wide file gives one for each of its values.
 * Throws `unreadable-file` when the file looks cut off, is damaged throughout, or has no rows.
 */
export async function* readDrafts(
  path: string,
  recognised: Recognised,
  datasets: readonly DatasetShape[],
): AsyncGenerator<Reading[]> {
  const { measures, problems } = planReading(recognised, datasets);
  const skipped = new SkippedLines();
  const reader = { measures, conventions: conventionsOf(recognised), skipped };
  const check = createRecordCheck(recognised, skipped);
  if (problems.length > 0) yield problems.map((problem) => ({ problem }));
  let rows = 0;
  for await (const records of readRecords(path, recognised)) {
    const readings: Reading[] = [];
    for (const record of records) {
      const verdict = check(record);
      if (verdict === "read") readRecord(record, reader, readings);
      else if (verdict !== "pass") readings.push({ problem: verdict });
      if (verdict === "read" || (verdict !== "pass" && verdict.severity === "error")) rows += 1;
    }
    if (readings.length > 0) yield readings;
  }
  if (rows === 0) throw new KursError("unreadable-file", "The file has no data rows.");
  const notices = skipped.notices();
  if (notices.length > 0) yield notices.map((problem) => ({ problem }));
}

/** The measures that can be read, and a problem of the header for each wide column whose name is no code. */
function planReading(
  { mapping, header, headerLine, source }: Recognised,
  datasets: readonly DatasetShape[],
): { measures: KeyedMeasure[]; problems: RowProblem[] } {
  const dataset = datasets.find(({ code }) => code === mapping.dataset) ?? null;
  const problems: RowProblem[] = [];
  const measures = planMeasures(mapping, header, dataset).flatMap((measure) => {
    const readKey = createKeyReader(measure.key, datasets, source);
    const { fault } = readKey([]);
    const isOfHeader = mapping.wide !== undefined && fault?.column === measure.value.column;
    if (!fault || !isOfHeader) return [{ ...measure, readKey }];
    problems.push(errorAt(headerLine, fault));
    return [];
  });
  return { measures, problems };
}

function conventionsOf({ mapping }: Recognised): Conventions {
  const { dateFormat, decimal = ".", missing } = mapping;
  const readPeriod = createPeriodReader(dateFormat);
  if (!readPeriod) throw new Error(`recognise let the form ${dateFormat ?? ""} through`);
  return { decimal, readPeriod, missing: new Set(missing) };
}

/** Adds a draft or a problem for each value of the record; a period that cannot be read is told once. */
function readRecord({ line, cells }: CsvRecord, reader: Reader, readings: Reading[]): void {
  let last: CellFault | null = null;
  for (const measure of reader.measures) {
    const reading = readMeasure(measure, line, cells, reader);
    if (!("code" in reading)) {
      readings.push({ draft: reading });
      continue;
    }
    if (last?.column !== reading.column || last.message !== reading.message) {
      readings.push({ problem: errorAt(line, reading) });
    }
    last = reading;
  }
}

function readMeasure(
  measure: KeyedMeasure,
  line: number,
  cells: readonly string[],
  { conventions, skipped }: Reader,
): Draft | CellFault {
  const key = measure.readKey(cells);
  if (key.fault) return key.fault;
  const period = readMeasurePeriod(measure.period, cells, key, conventions);
  if ("code" in period) return period;
  const reading = readMeasureValue(measure, cells, key, conventions);
  if ("code" in reading) return reading;
  const { value, status, marker } = reading;
  if (marker !== null) skipped.addMarker(marker, line, measure.value.column);
  const { start, frequency } = period;
  return { line, series: key.series[frequency] ?? "", start, frequency, value, status };
}
