import { setTimeout as delay } from "node:timers/promises";
import { type Request, type Response, Router } from "express";
import { endpoints } from "../contract/endpoints.ts";
import type { ImportJob } from "../contract/import-job.ts";
import type { ImportReport } from "../contract/import-report.ts";
import { fillPath, paths } from "../contract/paths.ts";
import type { Problem } from "../contract/problem.ts";
import { readJson, type Wire } from "../domain/exact-json.ts";
import { KursError } from "../domain/kurs-error.ts";
import type { ImportRequest } from "../import/import-file.ts";
import type { ImportJobs } from "../import/import-jobs.ts";
import type { Seat } from "../import/import-turns.ts";
import type { HearEnd } from "../import/watch-import.ts";
import { type Pool, reading } from "../sql/database.ts";
import { type JobRow, selectJob } from "../sql/import-job.ts";
import type { Authorize } from "./authorize.ts";
import { parse } from "./parse.ts";
import { route } from "./route.ts";
import { sendJson } from "./send-json.ts";

/** The server that runs the job hears within a second that it is to end. */
const waits = { eachMs: 250, count: 20 } as const;

interface JobParts {
  pool: Pool;
  readers: Pool;
  jobs: ImportJobs;
  authorize: Authorize;
}

/** Imports that go on after their requests were answered: look, and cancel. */
export function jobRoutes({ pool, readers, jobs, authorize }: JobParts): Router {
  return Router()
    .get(route(endpoints.importJob.path), async (req, res) => {
      parse(endpoints.importJob.query, req.query);
      sendJob(res, await findJob(readers, req.params.job));
    })
    .delete(route(endpoints.deleteImportJob.path), async (req, res) => {
      await authorize(req);
      parse(endpoints.deleteImportJob.query, req.query);
      const { job } = await findJob(pool, req.params.job);
      await jobs.cancel(job);
      const row = await endedJob(pool, job);
      if (row.state !== "cancelled" && row.state !== "running") throw refuseCancel(row);
      sendJob(res, row, row.state === "running" ? 202 : 200);
    });
}

/** True when the sender of a file would rather have a job than wait (RFC 7240). */
export function prefersJob(req: Request): boolean {
  return /(?:^|,)\s*respond-async\s*(?:[,;]|$)/i.test(req.get("prefer") ?? "");
}

/** What begins a job. */
interface JobStart {
  pool: Pool;
  jobs: ImportJobs;
  request: ImportRequest;
  hear: HearEnd;
  seat: Seat;
}

/**
 * Begins the import and answers 202 with its job at once. Resolves when the job is over and no longer needs the file.
 */
export async function answerWithJob(
  res: Response,
  { pool, jobs, request, hear, seat }: JobStart,
): Promise<void> {
  const { job, ended } = await jobs.start(request, hear, seat);
  try {
    const row = await findJob(pool, job);
    res.location(fillPath(paths.importJob, { job })).set("Preference-Applied", "respond-async");
    sendJob(res, row, 202);
  } finally {
    await ended;
  }
}

async function findJob(pool: Pool, job: string): Promise<JobRow> {
  const row = await reading(pool, (db) => selectJob(db, job));
  if (row) return row;
  throw new KursError("not-found", "There is no such job; jobs are forgotten after 30 days.");
}

async function endedJob(pool: Pool, job: string): Promise<JobRow> {
  for (let waited = 0; ; waited += 1) {
    const row = await findJob(pool, job);
    if (row.state !== "running" || waited === waits.count) return row;
    await delay(waits.eachMs);
  }
}

function refuseCancel({ state, importId }: JobRow): KursError {
  const remedy = importId === null ? "" : `; undo import ${importId} to take it back`;
  return new KursError("conflict", `The job has ended already, as ${state}${remedy}.`);
}

function sendJob(res: Response, row: JobRow, status = 200): void {
  res.set("Cache-Control", "no-store");
  sendJson<ImportJob>(res, toJob(row), status);
}

function toJob({ importId, report, problem, ...row }: JobRow): Wire<ImportJob> {
  return {
    ...row,
    import: importId,
    report: report === null ? null : (readJson(report) as Wire<ImportReport>),
    problem: problem === null ? null : (readJson(problem) as Wire<Problem>),
  };
}
