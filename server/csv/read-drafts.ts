import type { RowProblem } from "../contract/import-report.ts";
import type { Draft, Reading } from "../domain/draft.ts";
import type { DatasetShape } from "../domain/dataset-shape.ts";
import { KursError } from "../domain/kurs-error.ts";
import { type Measure, planMeasures } from "./column-plan.ts";
import type { OnBytes } from "./decode.ts";
import { detach } from "./detach.ts";
import { FaultTally } from "./fault-tally.ts";
import { textOf } from "./field.ts";
import { createKeyReader } from "./key-reader.ts";
import type { Key } from "./key.ts";
import type { CellFault } from "./read-code.ts";
import type { CsvRecord } from "./parse-block.ts";
import { isMissing, listMissing } from "./missing-marker.ts";
import { type Conventions, readMeasurePeriod, readMeasureValue } from "./read-measure.ts";
import { createPeriodReader } from "./read-period.ts";
import { readRecords } from "./read-records.ts";
import type { Recognised } from "./recognised.ts";
import { createRecordCheck } from "./record-check.ts";
import { errorAt } from "./row-problem.ts";
import { SameValues } from "./same-values.ts";
import { SkippedLines } from "./skipped-lines.ts";
import { ZeroRuns } from "./zero-runs.ts";

/**
 * Few enough to die young. Of two thousand at once so many outlived the young generation's collections that V8 took to
 * making all of them among the old objects: 65 MB for each 100 MB of file, dead and not yet collected.
 */
const batchLength = 500;

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
 * Throws `unreadable-file` when the file looks cut off, is damaged throughout, or has no rows, and `needs-mapping` where
 * every row has the same fault, or an indicator begins with zeros of which nobody says what they are.
 */
export async function* readDrafts(
  path: string,
  recognised: Recognised,
  datasets: readonly DatasetShape[],
  onBytes?: OnBytes,
): AsyncGenerator<Reading[]> {
  const { measures, problems } = planReading(recognised, datasets);
  const skipped = new SkippedLines();
  const reader = { measures, conventions: conventionsOf(recognised), skipped };
  const tally = new FaultTally(recognised.mapping);
  const zeros = new ZeroRuns(recognised.mapping, datasets);
  const sames = new SameValues(recognised.mapping, datasets);
  if (problems.length > 0) yield problems.map((problem) => ({ problem }));
  for await (const readings of readBatches(path, recognised, reader, onBytes)) {
    for (const watch of [tally, zeros, sames]) watch.add(readings);
    yield readings;
  }
  tally.refuseWhole();
  zeros.ask();
  const notices = [...skipped.notices(), ...sames.notices()];
  if (notices.length > 0) yield notices.map((problem) => ({ problem }));
}

/** Up to `batchLength` at a time, or those of one record where it has more. */
async function* readBatches(
  path: string,
  recognised: Recognised,
  reader: Reader,
  onBytes: OnBytes | undefined,
): AsyncGenerator<Reading[]> {
  const check = createRecordCheck(recognised, reader.skipped);
  let [rows, readings]: [number, Reading[]] = [0, []];
  for await (const records of readRecords(path, recognised, onBytes)) {
    for (const record of records) {
      const verdict = check(record);
      if (verdict === "read") readRecord(record, reader, readings);
      else if (verdict !== "pass") readings.push({ problem: verdict });
      if (verdict === "read" || (verdict !== "pass" && verdict.severity === "error")) rows += 1;
      if (readings.length < batchLength) continue;
      yield readings;
      readings = [];
    }
  }
  if (readings.length > 0) yield readings;
  if (rows === 0) throw new KursError("unreadable-file", "The file has no data rows.");
}

/** The measures that can be read, and a problem of the header for each wide column whose name is no code. */
function planReading(
  { mapping, header, headerLine, source, stated }: Recognised,
  datasets: readonly DatasetShape[],
): { measures: KeyedMeasure[]; problems: RowProblem[] } {
  const dataset = datasets.find(({ code }) => code === mapping.dataset) ?? null;
  const problems: RowProblem[] = [];
  const measures = planMeasures(mapping, header, dataset, stated?.text).flatMap((measure) => {
    const readKey = createKeyReader(measure.key, datasets, source);
    const { fault } = readKey([]);
    const isOfHeader = mapping.wide !== undefined && fault?.column === measure.value.column;
    if (!fault || !isOfHeader) return [{ ...measure, readKey }];
    problems.push(errorAt(Math.max(headerLine, 1), fault));
    return [];
  });
  return { measures, problems };
}

function conventionsOf({ mapping }: Recognised): Conventions {
  const { dateFormat, decimal = ".", unit = "", zeros } = mapping;
  const readPeriod = createPeriodReader(dateFormat, mapping);
  if (!readPeriod) throw new Error(`recognise let the form ${dateFormat ?? ""} through`);
  const zerosMissing = zeros === "missing";
  return { decimal, unit, readPeriod, missing: listMissing(mapping), zerosMissing };
}

/** Adds a draft or a problem for each value of the record; a period that cannot be read is told once. */
function readRecord({ line, cells }: CsvRecord, reader: Reader, readings: Reading[]): void {
  let last: CellFault | null = null;
  for (const measure of reader.measures) {
    const reading = readMeasure(measure, line, cells, reader);
    if (reading === null) continue;
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

/** Null where the record says nothing: an empty cell of a wide file, or a currency in itself. */
function readMeasure(
  measure: KeyedMeasure,
  line: number,
  cells: readonly string[],
  { conventions, skipped }: Reader,
): Draft | CellFault | null {
  const { column } = measure.value;
  const text = measure.wide ? textOf(measure.value, cells) : null;
  if (text === "") {
    skipped.addMarker("", line, column);
    return null;
  }
  const key = measure.readKey(cells);
  if (key.fault) return key.fault;
  if (text !== null && saysNothing(text, key, conventions)) {
    skipped.addMarker(text, line, column);
    return null;
  }
  const period = readMeasurePeriod(measure.period, cells, key, conventions);
  if ("code" in period) return period;
  const reading = readMeasureValue(measure, cells, key, conventions);
  if ("code" in reading) return reading;
  const { value, status, marker, notice } = reading;
  if (marker !== null) skipped.addMarker(marker, line, column);
  // A 0 that the mapping calls missing says no more in a wide file than a marker does.
  if (measure.wide && marker !== null && status === "M") return null;
  if (period.notice) skipped.addCell(period.notice, line, measure.period.column);
  if (notice) skipped.addCell(notice, line, column);
  if (key.sameCurrency !== null)
    return readSameCurrency(key.sameCurrency, value, measure, line, skipped);
  const { start, frequency } = period;
  // The newest value of each series is kept until the end of the file.
  const kept = value === null ? null : detach(value);
  return { line, series: key.series[frequency] ?? "", start, frequency, value: kept, status };
}

/** In a wide file a marker says nothing, unless its publisher means a status by it. */
function saysNothing(text: string, { survey }: Key, { missing }: Conventions): boolean {
  if (survey && text === "*") return false;
  return isMissing(text, missing) && (missing.get(text) ?? "M") === "M";
}

/** A currency in itself is 1, and no rate. */
function readSameCurrency(
  code: string,
  value: string | null,
  { value: { column } }: Measure,
  line: number,
  skipped: SkippedLines,
): CellFault | null {
  const message = `Base and quote are both ${code}`;
  if (value !== null && !/^1(?:\.0*)?$/.test(value)) {
    return { code: "unknown-code", column, text: value, message: `${message}: it must be 1.` };
  }
  skipped.addNotice({
    code: "same-currency",
    text: code,
    message: `${message}: passed over`,
    line,
    column,
  });
  return null;
}
