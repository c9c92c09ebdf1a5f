import { Router } from "express";
import { endpoints } from "../contract/endpoints.ts";
import { ImportReport } from "../contract/import-report.ts";
import { beginsPeriod, formatPeriod, type Frequency, readPeriod } from "../contract/period.ts";
import type { Receipt, Version } from "../contract/receipt.ts";
import { exact, type Wire } from "../domain/exact-json.ts";
import { KursError } from "../domain/kurs-error.ts";
import { toldDecimals } from "../domain/told-decimals.ts";
import { readKeptLine } from "../import/kept-file.ts";
import type { Reader } from "../sql/database.ts";
import type { SeriesRow } from "../sql/select-series.ts";
import { selectImport } from "../sql/select-imports.ts";
import { selectVersions, type VersionRow } from "../sql/select-receipt.ts";
import type { AsOf } from "../sql/visible.ts";
import { type AnswerParts, answering, jsonContent } from "./answer.ts";
import { findSeries } from "./find-series.ts";
import { route } from "./route.ts";

/** Where one number came from. */
export function receiptRoutes(parts: AnswerParts): Router {
  return Router().get(
    route(endpoints.receipt.path),
    answering(parts, endpoints.receipt, async (db, { params, asOf }) => {
      const series = await findSeries(db, asOf, params);
      const period = readOwnPeriod(series, params.period);
      return {
        scope: { series: [series.seriesId] },
        body: async () => jsonContent<Receipt>(await readReceipt(db, asOf, series, period)),
      };
    }),
  );
}

/** What a period of each frequency looks like. */
const forms: Record<Frequency, string> = {
  D: "2026-11-20",
  W: "2026-W47",
  M: "2026-11",
  Q: "2026-Q4",
  S: "2026-S2",
  A: "2026",
};

/** The first day of a period of the series, in whatever form it is written; its first day names it too. */
function readOwnPeriod({ dataset, key, frequency }: SeriesRow, asked: string): string {
  const period = readPeriod(asked);
  const isNamed =
    period &&
    (period.frequency === frequency ||
      (period.frequency === "D" && beginsPeriod(period.start, frequency)));
  if (isNamed) return period.start;
  const message = `${asked.slice(0, 40)} is no period of ${dataset}/${key}, which is ${frequency}; write it as ${forms[frequency]}.`;
  throw new KursError("not-found", message, { errors: [{ parameter: "period", message }] });
}

async function readReceipt(
  db: Reader,
  asOf: AsOf,
  series: SeriesRow,
  start: string,
): Promise<Wire<Receipt>> {
  const name = `${series.dataset}/${series.key}`;
  const period = formatPeriod(start, series.frequency);
  const rows = await selectVersions(db, asOf, series.seriesId, start);
  const versions: Wire<Version>[] = [];
  for (const row of rows) versions.push(await toVersion(db, row));
  const [current] = versions;
  if (!current) throw new KursError("not-found", `${name} has no observation for ${period}.`);
  const { value, decimals, status, withdrawn, line, text, supersededBy } = current;
  return {
    series: name,
    period,
    source: series.sourceCode,
    value,
    ...(decimals !== undefined && { decimals }),
    status,
    withdrawn,
    import: current.import,
    line,
    text,
    supersededBy,
    versions,
  };
}

async function toVersion(db: Reader, row: VersionRow): Promise<Wire<Version>> {
  const { value, status, withdrawn, importId, saidBy, at, by, file, sha256, line, supersededBy } =
    row;
  return {
    value: exact(value),
    ...toldDecimals("decimals", value),
    // The row keeps its column's default, which would say that a figure is there.
    status: withdrawn ? "M" : status,
    withdrawn,
    import: { id: saidBy ?? importId, at, by, file, sha256 },
    restoredBy: saidBy !== null && saidBy !== importId ? importId : null,
    line,
    text: saidBy !== null && line !== null ? await readLine(db, saidBy, line) : null,
    supersededBy,
  };
}

async function readLine(db: Reader, importId: number, line: number): Promise<string | null> {
  const row = await selectImport(db, importId);
  if (!row) return null;
  const { encoding } = ImportReport.pick({ file: true }).parse(pickFile(row.report)).file ?? {
    encoding: "utf-8",
  };
  return readKeptLine(db, importId, line, encoding);
}

function pickFile(report: string): { file: unknown } {
  const { file } = JSON.parse(report) as { file?: unknown };
  return { file };
}
