import { judgeFirstRate } from "../domain/first-rate.ts";
import { judgeRate, leastMoves, noPast } from "../domain/plausibility.ts";
import type { SurroundedRate } from "../domain/rate-surroundings.ts";
import { reach } from "../domain/rate-surroundings.ts";
import { judgeDay } from "../domain/suspicious-day.ts";
import type { Writer } from "../sql/database.ts";
import { selectDays } from "../sql/select-days.ts";
import { selectNeighbours } from "../sql/select-neighbours.ts";
import { selectReferences } from "../sql/select-references.ts";
import type { StagedRun } from "../sql/select-unchanged.ts";
import type { ProblemList } from "./problem-list.ts";
import { RateWindow } from "./rate-window.ts";

/**
 * Judges the daily rates in the temporary table `difference` by what they will stand beside, and, where a series begins,
 * the newest of them by what is known elsewhere; adds warnings and notices.
 */
export async function judgeRates(
  db: Writer,
  newest: readonly StagedRun[],
  problems: ProblemList,
): Promise<void> {
  const movedByDay = new Map<string, number>();
  let series = "";
  let past = noPast;
  const slips = new Set<string>();
  for await (const rate of surroundedRates(db)) {
    if (rate.series !== series) past = noPast;
    series = rate.series;
    const judged = judgeRate(rate, past);
    past = judged.past;
    const { movedOn } = judged;
    if (movedOn !== null) movedByDay.set(movedOn, (movedByDay.get(movedOn) ?? 0) + 1);
    for (const problem of judged.problems) {
      problems.add(problem);
      if (problem.severity === "warning") slips.add(placeOf(rate.series, problem.line));
    }
  }
  for (const rate of await selectReferences(db, newest)) {
    const problem = judgeFirstRate(rate);
    // A slip is told once.
    if (problem && !slips.has(placeOf(rate.series, rate.line))) problems.add(problem);
  }
  await judgeDays(db, movedByDay, problems);
}

/** A rate of a file: a line of a wide table has rates of many series. */
function placeOf(series: string, line: number | null): string {
  return `${series} ${String(line)}`;
}

async function* surroundedRates(db: Writer): AsyncGenerator<SurroundedRate> {
  const window = new RateWindow();
  for await (const batch of selectNeighbours(db, { ...leastMoves, reach })) {
    for (const rate of batch) yield* window.take(rate);
  }
  yield* window.end();
}

async function judgeDays(
  db: Writer,
  movedByDay: ReadonlyMap<string, number>,
  problems: ProblemList,
): Promise<void> {
  if (movedByDay.size === 0) return;
  for (const day of await selectDays(db, [...movedByDay.keys()])) {
    const problem = judgeDay({ ...day, moved: movedByDay.get(day.period) ?? 0 });
    if (problem) problems.add(problem);
  }
}
