import type { Counts, ImportReport } from "../contract/import-report.ts";
import type { Mapping } from "../contract/mapping.ts";
import { readDrafts } from "../csv/read-drafts.ts";
import type { Recognised } from "../csv/recognise.ts";
import { type Wire, writeJson } from "../domain/exact-json.ts";
import { KursError } from "../domain/kurs-error.ts";
import { type Outcome, type Pool, reading, tentatively, type Writer } from "../sql/database.ts";
import { diffObservations } from "../sql/diff-observations.ts";
import { insertImport, lockImports, setReport, timeImport } from "../sql/insert-import.ts";
import { mergeObservations } from "../sql/merge-observations.ts";
import { mergeSeries, stageSeries } from "../sql/merge-series.ts";
import { selectSameImport } from "../sql/select-imports.ts";
import { stageObservations } from "../sql/stage-observations.ts";
import { type Fingerprint, fingerprint } from "./fingerprint.ts";
import { keepFile } from "./kept-file.ts";
import { loadCatalogue } from "./load-catalogue.ts";
import { ProblemList } from "./problem-list.ts";
import { agreementNotice, describeDifference, rivalProblem } from "./describe-difference.ts";
import { judgeRates } from "./judge-rates.ts";
import { noticeRates } from "./notice-rates.ts";
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

  const run = async (db: Writer) => {
    const drafts = readDrafts(request.path, recognised, shapes, (bytes) =>
      request.onBytes?.(bytes, file.bytes),
    );
    const desks = {
      ledger,
      problems,
      today: request.today,
      onRows: request.onRows ?? (() => undefined),
      signal,
    };
    await stageObservations(db, stagedLines(drafts, desks));
    const found = await difference(db, ledger, problems);
    return settle(db, { request, recognised, mappingName, file, problems, ...found });
  };
  const report = await tentatively(pool, run, signal);
  if (report.state === "refused") throw refusalOf(report, problems, request);
  return report;
}

/** Compares what is staged with what is current, under the lock that lets no other import in between. */
async function difference(
  db: Writer,
  ledger: SeriesLedger,
  problems: ProblemList,
): Promise<{ counts: Counts; newSources: string[] }> {
  const orphan = await stageSeries(db, ledger.series());
  if (orphan !== undefined) {
    const detail = `Neither the file nor the request says who publishes ${orphan}; add source=CODE.`;
    throw new KursError("needs-mapping", detail, { members: { missing: ["source"] } });
  }
  await lockImports(db);
  const {
    conflicts: [conflict],
    newSources,
  } = await mergeSeries(db);
  if (conflict) {
    const detail = `${conflict.series} (line ${conflict.line}) is published by ${conflict.source}; a series is of one source and is never spliced.`;
    throw new KursError("conflict", detail);
  }
  const refused = problems.count("error");
  const { rivals, agreeing, counts: found } = await diffObservations(db);
  for (const rival of rivals) problems.add(rivalProblem(rival));
  if (agreeing) problems.add(agreementNotice(agreeing));
  await judgeRates(db, problems);
  await noticeRates(db, ledger.newestRuns, problems);
  const { staged, disputed, added, revised } = found;
  const counts = {
    read: staged + refused,
    added,
    revised,
    unchanged: staged - disputed - added - revised,
    rejected: refused + disputed,
    warnings: problems.count("warning"),
  };
  return { counts, newSources };
}

/** All that is known of a file once it is compared. */
interface Comparison {
  request: ImportRequest;
  recognised: Recognised;
  mappingName: string | null;
  file: Fingerprint;
  problems: ProblemList;
  counts: Counts;
  newSources: string[];
}

/** Stores the difference, unless the run is a dry one, a row was refused, or there is none. */
async function settle(db: Writer, comparison: Comparison): Promise<Outcome<Report>> {
  const { request, recognised, mappingName, file, problems, counts, newSources } = comparison;
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
