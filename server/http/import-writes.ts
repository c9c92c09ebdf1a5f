import { type Request, type Response, Router } from "express";
import { endpoints } from "../contract/endpoints.ts";
import type { ImportReport } from "../contract/import-report.ts";
import { fillPath, paths } from "../contract/paths.ts";
import { importFile, type Report } from "../import/import-file.ts";
import type { ImportJobs } from "../import/import-jobs.ts";
import { type ImportTurns, type Seat, turnOf } from "../import/import-turns.ts";
import { readMapping } from "../import/mapping.ts";
import { refusingRevoked } from "../import/token.ts";
import { undo } from "../import/undo.ts";
import { watched } from "../import/watch-import.ts";
import type { Pool } from "../sql/database.ts";
import type { Authorize } from "./authorize.ts";
import type { ImportJournal } from "./import-journal.ts";
import { answerWithJob, prefersJob } from "./job-routes.ts";
import { clientGone } from "./client-gone.ts";
import { parse } from "./parse.ts";
import { readImportId } from "./read-import-id.ts";
import { receivingFile } from "./receive-file.ts";
import { route } from "./route.ts";
import { sendJson } from "./send-json.ts";

/** What it takes to bring files in, and to take imports back. */
export interface ImportWriteParts {
  pool: Pool;
  journal: ImportJournal;
  /** Stops imports that have not committed. */
  cutting: AbortSignal;
  now: () => Date;
  jobs: ImportJobs;
  turns: ImportTurns;
  authorize: Authorize;
  maxBytes: number;
}

/** Imports as somebody with a token makes them: a file that is brought in, or an earlier import that is taken back. */
export function importWrites(parts: ImportWriteParts): Router {
  const { turns, authorize } = parts;
  return Router()
    .post(route(endpoints.postImport.path), async (req, res) => {
      const by = await authorize(req);
      await turns.seated(by, bringingIn(parts, req, res, by));
    })
    .post(route(endpoints.postUndo.path), async (req, res) => {
      const by = await authorize(req);
      parse(endpoints.postUndo.query, req.query);
      const id = readImportId(req.params.id);
      sendReport(res, await turns.seated(by, takingBack(parts, req, res, { by, id })));
    });
}

function bringingIn(parts: ImportWriteParts, req: Request, res: Response, by: string) {
  const { pool, now, jobs, journal, cutting, maxBytes } = parts;
  const { filename, mapping: mappingName, ...asked } = parse(endpoints.postImport.query, req.query);
  const today = now().toISOString().slice(0, 10);
  return (seat: Seat) =>
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
      const { name: file, dryRun } = request;
      const hear = journal.entry({ by, file, dryRun, requestId: idOf(res) });
      if (prefersJob(req)) return answerWithJob(res, { pool, jobs, request, hear, seat });
      await turnOf(seat, AbortSignal.any([cutting, clientGone(res)]));
      const importing = () => importFile(pool, { ...request, signal: cutting });
      sendReport(res, await watched(hear, importing));
    });
}

function takingBack(
  { pool, journal, cutting, authorize }: ImportWriteParts,
  req: Request,
  res: Response,
  { by, id }: { by: string; id: number },
) {
  const hear = journal.entry({ by, file: null, undoes: id, requestId: idOf(res) });
  return async (seat: Seat) => {
    await turnOf(seat, AbortSignal.any([cutting, clientGone(res)]));
    // Asked again, since an undo may have waited for a long import.
    await authorize(req);
    return watched(hear, () => undo(pool, id, by, refusingRevoked(by)));
  };
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
