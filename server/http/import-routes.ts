import { pipeline } from "node:stream/promises";
import { type Response, Router } from "express";
import { z } from "zod";
import { endpoints } from "../contract/endpoints.ts";
import type { ImportReport, Imports } from "../contract/import-report.ts";
import { fillPath, paths } from "../contract/paths.ts";
import { KursError } from "../domain/kurs-error.ts";
import { importFile, type Report } from "../import/import-file.ts";
import type { ImportJobs } from "../import/import-jobs.ts";
import { type ImportTurns, type Seat, turnOf } from "../import/import-turns.ts";
import { keptBytes } from "../import/kept-file.ts";
import { readMapping } from "../import/mapping.ts";
import { readReport } from "../import/read-report.ts";
import { refusingRevoked } from "../import/token.ts";
import { undo } from "../import/undo.ts";
import { watched } from "../import/watch-import.ts";
import { type Pool, type Reader, reading } from "../sql/database.ts";
import { type ImportRow, selectImport, selectImports } from "../sql/select-imports.ts";
import type { Authorize } from "./authorize.ts";
import { readCursor, writeCursor } from "./cursor.ts";
import type { ImportJournal } from "./import-journal.ts";
import { answerWithJob, prefersJob } from "./job-routes.ts";
import { leaving } from "./leaving.ts";
import { parse } from "./parse.ts";
import { readImportId } from "./read-import-id.ts";
import { receivingFile } from "./receive-file.ts";
import { route } from "./route.ts";
import { sendJson } from "./send-json.ts";

const pageSize = 20;

/** What imports over HTTP need. */
interface ImportParts {
  pool: Pool;
  /** Of files they read each piece by a statement of its own. */
  readers: Pool;
  journal: ImportJournal;
  /** Stops imports that have not committed. */
  cutting: AbortSignal;
  now: () => Date;
  jobs: ImportJobs;
  turns: ImportTurns;
  authorize: Authorize;
  maxBytes: number;
}

/** Imports: list, look, bring in, take back. */
export function importRoutes(parts: ImportParts): Router {
  const { pool, readers, now, jobs, turns, authorize, maxBytes, journal, cutting } = parts;
  return Router()
    .get(route(endpoints.imports.path), async (req, res) => {
      const { limit = pageSize, cursor } = parse(endpoints.imports.query, req.query);
      const [before] = readCursor(cursor, z.tuple([z.int()])) ?? [];
      const rows = await reading(readers, (db) => selectImports(db, before ?? null, limit + 1));
      const page = rows.slice(0, limit);
      const last = rows.length > limit ? page.at(-1) : undefined;
      sendJson<Imports>(res, {
        imports: page.map(readReport),
        next: last ? writeCursor([last.id]) : null,
      });
    })
    .get(route(endpoints.import.path), async (req, res) => {
      parse(endpoints.import.query, req.query);
      const row = await reading(readers, (db) => selectImport(db, readImportId(req.params.id)));
      if (!row) throw new KursError("not-found", `There is no import ${req.params.id}.`);
      sendJson<ImportReport>(res, readReport(row));
    })
    .get(route(endpoints.importFile.path), async (req, res) => {
      parse(endpoints.importFile.query, req.query);
      const id = readImportId(req.params.id);
      const row = await selectImport(readers, id);
      // Not in one transaction: a reader who takes his time would keep a connection from others.
      const bytes = wholeFile(readers, id);
      const first = await bytes.next();
      if (!row || first.done) throw noFile(id, row);
      const name = readReport(row).file?.name ?? `import-${id}.csv`;
      // Never shown in place: a file may hold anything.
      res.attachment(name).type("application/octet-stream");
      await pipeline(prepend(first.value, bytes), res);
    })
    .post(route(endpoints.postImport.path), async (req, res) => {
      const by = await authorize(req);
      const {
        filename,
        mapping: mappingName,
        ...asked
      } = parse(endpoints.postImport.query, req.query);
      const today = now().toISOString().slice(0, 10);
      const receive = (seat: Seat) =>
        receivingFile(req, maxBytes, async ({ path, name, mapping }) => {
          const request = {
            ...asked,
            path,
            name: filename ?? name,
            by,
            mapping: mapping === null ? undefined : readMapping(mapping),
            mappingName,
            today,
            beforeCommit: refusingRevoked(by),
          };
          const hear = journal.entry({ by, file: request.name, requestId: idOf(res) });
          if (prefersJob(req)) return answerWithJob(res, { pool, jobs, request, hear, seat });
          await turnOf(seat, AbortSignal.any([cutting, leaving(res)]));
          const importing = () => importFile(pool, { ...request, signal: cutting });
          sendReport(res, await watched(hear, importing));
        });
      await turns.seated(by, receive);
    })
    .post(route(endpoints.postUndo.path), async (req, res) => {
      const by = await authorize(req);
      parse(endpoints.postUndo.query, req.query);
      const id = readImportId(req.params.id);
      const hear = journal.entry({ by, file: null, undoes: id, requestId: idOf(res) });
      const undoing = async (seat: Seat) => {
        await turnOf(seat, AbortSignal.any([cutting, leaving(res)]));
        // An undo may wait for a long import, and is not begun in vain.
        await authorize(req);
        return watched(hear, () => undo(pool, id, by, refusingRevoked(by)));
      };
      sendReport(res, await turns.seated(by, undoing));
    });
}

/** The bytes of a file to its end. Throws "not-found" when they are released in the middle: what ended there would look like the whole. */
async function* wholeFile(db: Reader, id: number): AsyncGenerator<Buffer> {
  yield* keptBytes(db, id);
  const row = await selectImport(db, id);
  if (row?.releasedAt) throw noFile(id, row);
}

/** Says why there is no file: it was released, or there never was one. */
function noFile(id: number, row: ImportRow | undefined): KursError {
  const day = row?.releasedAt?.slice(0, 10);
  const released = `The file of import ${id} was released on ${day}: its bytes are no longer kept, its values, hash and report are.`;
  return new KursError("not-found", day === undefined ? `Import ${id} has no file.` : released);
}

/** The request's number, as the answer and the log have it. */
function idOf(res: Response): unknown {
  return res.getHeader("X-Request-Id");
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
