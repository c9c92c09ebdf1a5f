import type { Counts, ImportReport } from "../contract/import-report.ts";
import type { Mapping } from "../contract/mapping.ts";
import { withColumns } from "../csv/needs-mapping.ts";
import type { Reading } from "../domain/draft.ts";
import { readDrafts } from "../csv/read-drafts.ts";
import type { Recognised } from "../csv/recognised.ts";
import { type Wire, writeJson } from "../domain/exact-json.ts";
import { type Outcome, type Pool, reading, tentatively, type Writer } from "../sql/database.ts";
import { insertImport, setReport, timeImport } from "../sql/insert-import.ts";
import { mergeObservations } from "../sql/merge-observations.ts";
import { selectSameImport } from "../sql/select-imports.ts";
import { stageObservations } from "../sql/stage-observations.ts";
import { type Fingerprint, fingerprint } from "./fingerprint.ts";
import { compareStaged } from "./compare-staged.ts";
import { describePreview } from "./describe-preview.ts";
import { FirstRows } from "./first-rows.ts";
import { keepFile } from "./kept-file.ts";
import { loadCatalogue } from "./load-catalogue.ts";
import { ProblemList } from "./problem-list.ts";
import { describeDifference } from "./describe-difference.ts";
import { isStopped, type Leniency, refusalOf } from "./refuse-import.ts";
import { recogniseFile } from "./recognise-file.ts";
import { SeriesLedger } from "./series-ledger.ts";
import { unpackedName, unpacking } from "./unpack.ts";
import { stagedLines } from "./stage-drafts.ts";

/** A file to import, and what the caller says of it. */
export interface ImportRequest extends Leniency {
  /** Where the file lies on disk. */
  path: string;
  name: string | null;
  /** Who imports. */
  by: string;
  mapping?: Mapping | undefined;
  dataset?: string | undefined;
  source?: string | undefined;
  /** Constants by dimension: `BASE=USD`. */
  set?: Readonly<Record<string, string>> | undefined;
  dryRun?: boolean | undefined;
  /** The calendar day, UTC. */
  today: string;
  /** A stored mapping in place of one that comes along. */
  mappingName?: string | undefined;
  /** Hear how far the file is read; bytes are those of the file as it was before it was packed. */
  onRows?: ((rows: number) => void) | undefined;
  onBytes?: ((bytes: number, totalBytes: number) => void) | undefined;
  /** Runs in the import's transaction as its last statement; when it throws, nothing is stored. */
  beforeCommit?: ((db: Writer, report: Report) => Promise<void>) | undefined;
  /** Stops the import wherever it is; nothing is stored then, and the signal's reason is thrown. */
  signal?: AbortSignal | undefined;
}

/** An import's report as it is sent. */
export type Report = Wire<ImportReport>;

/**
 * Imports a file in one transaction: bytes → records → mapping → drafts → rules → what would change → versions.
 * Returns the report, also of a dry run and of a file that would change nothing. Throws a KursError: "unreadable-file",
 * "needs-mapping", "conflict", or "rejected-rows" with the report when a row has an error or a warning is not accepted;
 * then nothing is stored.
 */
export async function importFile(pool: Pool, request: ImportRequest): Promise<Report> {
  const name = unpackedName(request.name);
  return unpacking(request.path, (path) => importUnpacked(pool, { ...request, path, name }));
}

async function importUnpacked(pool: Pool, request: ImportRequest): Promise<Report> {
  const file = await fingerprint(request.path);
  const catalogue = await reading(pool, loadCatalogue);
  const { source, signal } = request;
  const shapes = catalogue.map(({ shape }) => shape);
  const { recognised, mappingName } = await recogniseFile(pool, shapes, request);
  const ledger = new SeriesLedger(catalogue, source ?? null);
  const problems = new ProblemList();
  const first = new FirstRows();

  const run = async (db: Writer) => {
    const drafts = readDrafts(request.path, recognised, shapes, (bytes) =>
      request.onBytes?.(bytes, file.bytes),
    );
    const desks = {
      ledger,
      problems,
      today: request.today,
      onRows: request.onRows ?? (() => undefined),
      onBatch: request.dryRun
        ? (batch: readonly Reading[]) => {
            first.take(batch);
          }
        : undefined,
      signal,
    };
    await stageObservations(db, stagedLines(drafts, desks)).catch((error: unknown) => {
      throw withColumns(error, recognised.columns);
    });
    const found = await compareStaged(db, ledger, problems);
    return settle(db, { request, recognised, mappingName, file, problems, first, ...found });
  };
  const report = await tentatively(pool, run, signal);
  if (report.state === "refused") throw refusalOf(report, problems, request);
  return report;
}

/** All that is known of a file once it is compared. */
interface Comparison {
  request: ImportRequest;
  recognised: Recognised;
  mappingName: string | null;
  file: Fingerprint;
  problems: ProblemList;
  first: FirstRows;
  counts: Counts;
  newSources: string[];
}

/** Stores the difference, unless the run is a dry one, a row was refused, or there is none. */
async function settle(db: Writer, comparison: Comparison): Promise<Outcome<Report>> {
  const { request, recognised, mappingName, file, problems, counts, newSources, first } =
    comparison;
  const mapping = JSON.stringify(recognised.mapping);
  const same = await selectSameImport(db, file.sha256, mapping);
  const report: Report = {
    id: null,
    dryRun: request.dryRun ?? false,
    state: stateOf(comparison),
    at: null,
    by: request.by,
    file: {
      name: request.name,
      ...file,
      encoding: recognised.encoding,
      delimiter: recognised.delimiter,
    },
    mapping: recognised.mapping,
    mappingName,
    counts,
    ...(await describeDifference(db)),
    newSources,
    problems: problems.shown,
    problemCount: problems.total,
    alreadyImported: same ?? null,
    undoes: null,
    undoneBy: null,
    ...(request.dryRun && {
      preview: await describePreview(db, { path: request.path, recognised, problems, first }),
    }),
  };
  if (report.state !== "committed") return { keep: false, result: report };

  const { by, name: fileName, path } = request;
  report.id = await insertImport(db, { by, fileName, ...file, mapping, undoes: null });
  await mergeObservations(db, report.id);
  await keepFile(db, report.id, path, recognised.encoding);
  report.at = await timeImport(db, report.id);
  await setReport(db, report.id, writeJson(report));
  await request.beforeCommit?.(db, report);
  return { keep: true, result: report };
}

function stateOf({ request, problems, counts }: Comparison): ImportReport["state"] {
  if (request.dryRun) return "preview";
  if (isStopped(problems, request)) return "refused";
  return counts.added + counts.revised > 0 ? "committed" : "unchanged";
}
