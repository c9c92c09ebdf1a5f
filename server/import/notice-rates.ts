import { judgeBesideOther, judgeUnchanged, mayBeLong, mostApart } from "../domain/rate-notices.ts";
import type { Reader } from "../sql/database.ts";
import { selectOtherSources } from "../sql/select-other-sources.ts";
import { selectUnchanged, type StagedRun } from "../sql/select-unchanged.ts";
import type { ProblemList } from "./problem-list.ts";

/** Adds the notices of daily rates that have long stayed the same, and of those that differ from another source's. */
export async function noticeRates(
  db: Reader,
  runs: readonly StagedRun[],
  problems: ProblemList,
): Promise<void> {
  const found = [
    ...(await selectUnchanged(db, runs.filter(mayBeLong))).map(judgeUnchanged),
    ...(await selectOtherSources(db, mostApart)).map(judgeBesideOther),
  ];
  for (const problem of found) if (problem) problems.add(problem);
}
