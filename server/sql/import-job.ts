import type { ImportJob } from "../contract/import-job.ts";
import type { Reader, Writer } from "./database.ts";
import { serverIsAlive } from "./server-lock.ts";

/** A job as it is recorded; `report` and `problem` are JSON text. */
export interface JobRow {
  job: string;
  state: ImportJob["state"];
  rows: number;
  bytes: number;
  totalBytes: number;
  importId: number | null;
  report: string | null;
  problem: string | null;
  by: string;
  startedAt: string;
  endedAt: string | null;
}

/** How much of its file a job has read. */
export interface JobProgress {
  rows: number;
  bytes: number;
}

/** How a job ended. `report` and `problem` are JSON text. */
export interface JobEnding {
  state: Exclude<ImportJob["state"], "running">;
  read: JobProgress;
  importId: number | null;
  report: string | null;
  problem: string | null;
}

const insertText = `
insert into import_job (job, server, total_bytes, imported_by)
values ($1, $2, $3, $4)`;

/** Records a job that begins. */
export async function insertJob(
  db: Writer,
  { job, server, totalBytes, by }: { job: string; server: number; totalBytes: number; by: string },
): Promise<void> {
  await db.query(insertText, [job, server, totalBytes, by]);
}

const selectText = `
select
  job, state, rows_read as rows, bytes_read as bytes, total_bytes as "totalBytes", import_id as "importId",
  report::text as report, problem::text as problem, imported_by as by,
  started_at as "startedAt", ended_at as "endedAt"
from import_job
where job = $1`;

/** One job; undefined when there is none of this name. */
export async function selectJob(db: Reader, job: string): Promise<JobRow | undefined> {
  const { rows } = await db.query<JobRow>(selectText, [job]);
  return rows[0];
}

const progressText = `
update import_job
set rows_read = $2, bytes_read = $3
where job = $1 and state = 'running'
returning cancel_requested as "isCancelled"`;

/** Writes how far a running job is. Returns whether its end was asked for; undefined when it runs no more. */
export async function updateJobProgress(
  db: Reader,
  job: string,
  read: JobProgress,
): Promise<{ isCancelled: boolean } | undefined> {
  const values = [job, read.rows, read.bytes];
  const { rows } = await db.query<{ isCancelled: boolean }>(progressText, values);
  return rows[0];
}

/** A job whose end was asked for does not commit: whichever of the two comes first locks the row. */
const endText = `
update import_job
set state = $2, rows_read = $3, bytes_read = $4, import_id = $5, report = $6, problem = $7,
  ended_at = clock_timestamp()
where job = $1 and state = 'running' and not ($2 = 'committed' and cancel_requested)`;

/** Ends a running job. Returns false when it runs no more, or when it was to commit and its end was asked for. */
export async function endJob(
  db: Reader,
  job: string,
  { state, read, importId, report, problem }: JobEnding,
): Promise<boolean> {
  const values = [job, state, read.rows, read.bytes, importId, report, problem];
  const { rowCount } = await db.query(endText, values);
  return rowCount === 1;
}

const cancelText = `
update import_job
set cancel_requested = true
where job = $1 and state = 'running'`;

/** Asks for the end of a job, on whichever server it runs. */
export async function requestJobEnd(db: Writer, job: string): Promise<void> {
  await db.query(cancelText, [job]);
}

const failText = `
update import_job
set state = 'failed', problem = $1, ended_at = now()
where state = 'running' and not ${serverIsAlive("server")}`;

/** Ends as failed every running job whose server is gone; `problem` is JSON text. Returns how many there were. */
export async function failLeftJobs(db: Writer, problem: string): Promise<number> {
  const { rowCount } = await db.query(failText, [problem]);
  return rowCount ?? 0;
}

/** Forgets the jobs that ended so many days ago; their imports stay. */
export async function deleteOldJobs(db: Writer, days: number): Promise<void> {
  await db.query("delete from import_job where ended_at < now() - make_interval(days => $1)", [
    days,
  ]);
}
