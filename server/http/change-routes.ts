import { Router } from "express";
import { z } from "zod";
import { endpoints } from "../contract/endpoints.ts";
import type { ImportChange, ImportChanges } from "../contract/import-change.ts";
import { formatPeriod } from "../contract/period.ts";
import { formatRow } from "../csv/format-row.ts";
import { exact, type Wire } from "../domain/exact-json.ts";
import { toldDecimals } from "../domain/told-decimals.ts";
import { KursError } from "../domain/kurs-error.ts";
import { type Pool, reading } from "../sql/database.ts";
import { type ChangeRow, selectChanges } from "../sql/select-changes.ts";
import { selectImport } from "../sql/select-imports.ts";
import { Day } from "../contract/query.ts";
import { readCursor, writeCursor } from "./cursor.ts";
import { parse } from "./parse.ts";
import { readImportId } from "./read-import-id.ts";
import { route } from "./route.ts";
import { sendJson, sendText } from "./send-json.ts";
import { formatOf } from "./format.ts";

const pageSize = 1_000;
const csvColumns = ["series", "period", "from", "to", "status", "line"] as const;

/** Every observation that an import added, revised or withdrew, in pages. */
export function changeRoutes(pool: Pool): Router {
  return Router().get(route(endpoints.importChanges.path), async (req, res) => {
    const { limit = pageSize, cursor, format } = parse(endpoints.importChanges.query, req.query);
    const id = readImportId(req.params.id);
    const rows = await reading(pool, async (db) => {
      if (!(await selectImport(db, id))) {
        throw new KursError("not-found", `There is no import ${id}.`);
      }
      return selectChanges(db, id, readAfter(cursor), limit + 1);
    });
    const page = rows.slice(0, limit);
    const last = rows.length > limit ? page.at(-1) : undefined;
    const next = last ? writeCursor([last.series, last.period]) : null;
    if (formatOf(req, format, ["json", "csv"]) === "json") {
      return sendJson<ImportChanges>(res, { changes: page.map(toChange), next });
    }
    // A table has no room for the cursor.
    if (next !== null) {
      const query = new URLSearchParams({ format: "csv", limit: String(limit), cursor: next });
      res.set("Link", `<${req.path}?${query.toString()}>; rel="next"`);
    }
    sendText(res, "text/csv", [formatRow(csvColumns), ...page.map(toLine)].join(""));
  });
}

function readAfter(cursor: string | undefined): { series: string; period: string } | null {
  const after = readCursor(cursor, z.tuple([z.string(), Day]));
  return after && { series: after[0], period: after[1] };
}

function toChange({
  series,
  frequency,
  period,
  from,
  to,
  status,
  line,
}: ChangeRow): Wire<ImportChange> {
  return {
    series,
    period: formatPeriod(period, frequency),
    from: exact(from),
    ...toldDecimals("fromDecimals", from),
    to: exact(to),
    ...toldDecimals("toDecimals", to),
    status,
    line,
  };
}

function toLine({ series, frequency, period, from, to, status, line }: ChangeRow): string {
  return formatRow([series, formatPeriod(period, frequency), from, to, status, line]);
}
