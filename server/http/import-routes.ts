import { pipeline } from "node:stream/promises";
import { type Response, Router } from "express";
import { z } from "zod";
import { endpoints } from "../contract/endpoints.ts";
import type { ImportReport, Imports } from "../contract/import-report.ts";
import { fillPath, paths } from "../contract/paths.ts";
import { KursError } from "../domain/kurs-error.ts";
import { importFile, type Report } from "../import/import-file.ts";
import type { ImportJobs } from "../import/import-jobs.ts";
import { keptBytes } from "../import/kept-file.ts";
import { readMapping } from "../import/mapping.ts";
import { readReport } from "../import/read-report.ts";
import { undo } from "../import/undo.ts";
import { type Pool, reading } from "../sql/database.ts";
import { selectImport, selectImports } from "../sql/select-imports.ts";
import { authorize } from "./authorize.ts";
import { readCursor, writeCursor } from "./cursor.ts";
import { answerWithJob, prefersJob } from "./job-routes.ts";
import { parse } from "./parse.ts";
import { readImportId } from "./read-import-id.ts";
import { receivingFile } from "./receive-file.ts";
import { route } from "./route.ts";
import { sendJson } from "./send-json.ts";

const pageSize = 20;

/** What imports over HTTP need. */
interface ImportParts {
  pool: Pool;
  now: () => Date;
  jobs: ImportJobs;
  maxBytes: number;
}

/** Imports: list, look, bring in, take back. */
export function importRoutes({ pool, now, jobs, maxBytes }: ImportParts): Router {
  return Router()
    .get(route(endpoints.imports.path), async (req, res) => {
      const { limit = pageSize, cursor } = parse(endpoints.imports.query, req.query);
      const [before] = readCursor(cursor, z.tuple([z.int()])) ?? [];
      const rows = await reading(pool, (db) => selectImports(db, before ?? null, limit + 1));
      const page = rows.slice(0, limit);
      const last = rows.length > limit ? page.at(-1) : undefined;
      sendJson<Imports>(res, {
        imports: page.map(readReport),
        next: last ? writeCursor([last.id]) : null,
      });
    })
    .get(route(endpoints.import.path), async (req, res) => {
      parse(endpoints.import.query, req.query);
      const row = await reading(pool, (db) => selectImport(db, readImportId(req.params.id)));
      if (!row) throw new KursError("not-found", `There is no import ${req.params.id}.`);
      sendJson<ImportReport>(res, readReport(row));
    })
    .get(route(endpoints.importFile.path), async (req, res) => {
      parse(endpoints.importFile.query, req.query);
      const id = readImportId(req.params.id);
      await reading(pool, async (db) => {
        const row = await selectImport(db, id);
        const bytes = keptBytes(db, id);
        const first = await bytes.next();
        if (!row || first.done) throw new KursError("not-found", `Import ${id} has no file.`);
        const name = readReport(row).file?.name ?? `import-${id}.csv`;
        // Never shown in place: a file may hold anything.
        res.attachment(name).type("application/octet-stream");
        await pipeline(prepend(first.value, bytes), res);
      });
    })
    .post(route(endpoints.postImport.path), async (req, res) => {
      const by = await authorize(pool, req);
      const {
        filename,
        mapping: mappingName,
        ...asked
      } = parse(endpoints.postImport.query, req.query);
      const today = now().toISOString().slice(0, 10);
      await receivingFile(req, maxBytes, async ({ path, name, mapping }) => {
        const request = {
          ...asked,
          path,
          name: filename ?? name,
          by,
          mapping: mapping === null ? undefined : readMapping(mapping),
          mappingName,
          today,
        };
        if (prefersJob(req)) return answerWithJob(res, { pool, jobs, request });
        sendReport(res, await importFile(pool, request));
      });
    })
    .post(route(endpoints.postUndo.path), async (req, res) => {
      const by = await authorize(pool, req);
      parse(endpoints.postUndo.query, req.query);
      sendReport(res, await undo(pool, readImportId(req.params.id), by));
    });
}

/** What was stored is 201, with its place. */
function sendReport(res: Response, report: Report): void {
  if (report.id === null) return sendJson<ImportReport>(res, report);
  res.location(fillPath(paths.import, { id: String(report.id) }));
  sendJson<ImportReport>(res, report, 201);
}

async function* prepend(first: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  yield* rest;
}
