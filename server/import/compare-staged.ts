import type { Counts } from "../contract/import-report.ts";
import { KursError } from "../domain/kurs-error.ts";
import type { Writer } from "../sql/database.ts";
import { diffObservations } from "../sql/diff-observations.ts";
import { lockImports } from "../sql/insert-import.ts";
import { mergeSeries, stageSeries } from "../sql/merge-series.ts";
import { agreementNotice, rivalProblem } from "./describe-difference.ts";
import { judgeRates } from "./judge-rates.ts";
import { noticeRates } from "./notice-rates.ts";
import type { ProblemList } from "./problem-list.ts";
import type { SeriesLedger } from "./series-ledger.ts";

/** Compares what is staged with what is current, under the lock that lets no other import in between. */
export async function compareStaged(
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
  const { newestRuns } = ledger;
  await judgeRates(db, newestRuns, problems);
  await noticeRates(db, newestRuns, problems);
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
