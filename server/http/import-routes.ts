import { pipeline } from "node:stream/promises";
import { Router } from "express";
import { endpoints } from "../contract/endpoints.ts";
import type { ImportReport, Imports } from "../contract/import-report.ts";
import { Mapping } from "../contract/mapping.ts";
import { fillPath, paths } from "../contract/paths.ts";
import { readJson, type Wire } from "../domain/exact-json.ts";
import { KursError } from "../domain/kurs-error.ts";
import { importFile } from "../import/import-file.ts";
import { keptBytes } from "../import/kept-file.ts";
import { undo } from "../import/undo.ts";
import { type Pool, reading } from "../sql/database.ts";
import { type ImportRow, selectImport, selectImports } from "../sql/select-imports.ts";
import { authorize } from "./authorize.ts";
import { readCursor, writeCursor } from "./cursor.ts";
import { parse } from "./parse.ts";
import { receivingFile } from "./receive-file.ts";
import { route } from "./route.ts";
import { sendJson } from "./send-json.ts";

const pageSize = 20;

/** Imports: list, look, bring in, take back. */
export function importRoutes(pool: Pool, now: () => Date, maxBytes: number): Router {
  return Router()
    .get(route(endpoints.imports.path), async (req, res) => {
      const { limit = pageSize, cursor } = parse(endpoints.imports.query, req.query);
      const [before] = readCursor(cursor, 1) ?? [];
      const rows = await reading(pool, (db) =>
        selectImports(db, before === undefined ? null : readId(before), limit + 1),
      );
      const page = rows.slice(0, limit);
      const last = rows.length > limit ? page.at(-1) : undefined;
      sendJson<Imports>(res, {
        imports: page.map(toReport),
        next: last ? writeCursor([last.id]) : null,
      });
    })
    .get(route(endpoints.import.path), async (req, res) => {
      parse(endpoints.import.query, req.query);
      const row = await reading(pool, (db) => selectImport(db, readId(req.params.id)));
      if (!row) throw new KursError("not-found", `There is no import ${req.params.id}.`);
      sendJson<ImportReport>(res, toReport(row));
    })
    .get(route(endpoints.importFile.path), async (req, res) => {
      parse(endpoints.importFile.query, req.query);
      const id = readId(req.params.id);
      await reading(pool, async (db) => {
        const row = await selectImport(db, id);
        const bytes = keptBytes(db, id);
        const first = await bytes.next();
        if (!row || first.done) throw new KursError("not-found", `Import ${id} has no file.`);
        const name = toReport(row).file?.name ?? `import-${id}.csv`;
        // Never shown in place: a file may hold anything.
        res.attachment(name).type("application/octet-stream");
        await pipeline(prepend(first.value, bytes), res);
      });
    })
    .post(route(endpoints.postImport.path), async (req, res) => {
      const by = await authorize(pool, req);
      const { filename, dryRun, onError, dataset, source } = parse(
        endpoints.postImport.query,
        req.query,
      );
      const today = now().toISOString().slice(0, 10);
      const report = await receivingFile(req, maxBytes, ({ path, name, mapping }) =>
        importFile(pool, {
          path,
          name: filename ?? name,
          by,
          mapping: readMapping(mapping),
          dataset,
          source,
          dryRun,
          onError,
          today,
        }),
      );
      if (report.id === null) return sendJson<ImportReport>(res, report);
      res.location(fillPath(paths.import, { id: String(report.id) }));
      sendJson<ImportReport>(res, report, 201);
    })
    .post(route(endpoints.postUndo.path), async (req, res) => {
      const by = await authorize(pool, req);
      parse(endpoints.postUndo.query, req.query);
      const report = await undo(pool, readId(req.params.id), by);
      res.location(fillPath(paths.import, { id: String(report.id) }));
      sendJson<ImportReport>(res, report, 201);
    });
}

async function* prepend(first: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  yield* rest;
}

function readId(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new KursError("not-found", "An import's number is a whole number.");
}

function readMapping(text: string | null): Mapping | undefined {
  if (text === null) return undefined;
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new KursError("invalid-body", "The mapping is not JSON.", { cause });
  }
  return parse(Mapping, json, "invalid-body");
}

/** The report as it was answered, and what has become of the import since. */
function toReport({ report, undoneBy }: ImportRow): Wire<ImportReport> {
  return { ...(readJson(report) as Wire<ImportReport>), undoneBy };
}
