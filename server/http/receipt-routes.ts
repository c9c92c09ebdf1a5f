import { Router } from "express";
import { endpoints } from "../contract/endpoints.ts";
import { ImportReport } from "../contract/import-report.ts";
import { formatPeriod, readPeriod } from "../contract/period.ts";
import type { Receipt, Version } from "../contract/receipt.ts";
import { exact, type Wire } from "../domain/exact-json.ts";
import { KursError } from "../domain/kurs-error.ts";
import { readKeptLine } from "../import/kept-file.ts";
import { type Pool, reading, type Reader } from "../sql/database.ts";
import { selectImport } from "../sql/select-imports.ts";
import { selectVersions, type VersionRow } from "../sql/select-receipt.ts";
import { findSeries } from "./find-series.ts";
import { parse } from "./parse.ts";
import { route } from "./route.ts";
import { sendJson } from "./send-json.ts";

/** Where one number came from. */
export function receiptRoutes(pool: Pool): Router {
  return Router().get(route(endpoints.receipt.path), async (req, res) => {
    parse(endpoints.receipt.query, req.query);
    const answer = await reading(pool, async (db): Promise<Wire<Receipt>> => {
      const series = await findSeries(db, null, req.params);
      const name = `${series.dataset}/${series.key}`;
      const period = readPeriod(req.params.period);
      const rows =
        period?.frequency === series.frequency
          ? await selectVersions(db, series.seriesId, period.start)
          : [];
      const versions: Wire<Version>[] = [];
      for (const row of rows) versions.push(await toVersion(db, row));
      const [current] = versions;
      if (!current || !period) {
        throw new KursError("not-found", `${name} has no observation for ${req.params.period}.`);
      }
      const { value, status, line, text, supersededBy } = current;
      const written = formatPeriod(period.start, series.frequency);
      return {
        series: name,
        period: written,
        source: series.sourceCode,
        value,
        status,
        import: current.import,
        line,
        text,
        supersededBy,
        versions,
      };
    });
    sendJson<Receipt>(res, answer);
  });
}

async function toVersion(db: Reader, row: VersionRow): Promise<Wire<Version>> {
  const { value, status, withdrawn, importId, saidBy, at, by, file, sha256, line, supersededBy } =
    row;
  return {
    value: exact(value),
    status,
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
