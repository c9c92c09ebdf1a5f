import { judgeRate, leastMoves } from "../domain/plausibility.ts";
import { judgeDay } from "../domain/suspicious-day.ts";
import type { Writer } from "../sql/database.ts";
import { selectDays } from "../sql/select-days.ts";
import { selectNeighbours } from "../sql/select-neighbours.ts";
import type { ProblemList } from "./problem-list.ts";

/** Judges the daily rates in the temporary table `difference` by what they will stand beside, and adds warnings and notices. */
export async function judgeRates(db: Writer, problems: ProblemList): Promise<void> {
  const movedByDay = new Map<string, number>();
  let doubted = "";
  for await (const batch of selectNeighbours(db, leastMoves)) {
    for (const rate of batch) {
      const { problem, hasMoved } = judgeRate(
        rate,
        doubted === placeOf(rate.series, rate.beforeLine),
      );
      if (hasMoved) movedByDay.set(rate.period, (movedByDay.get(rate.period) ?? 0) + 1);
      if (problem) problems.add(problem);
      if (problem?.severity === "warning") doubted = placeOf(rate.series, rate.line);
    }
  }
  await judgeDays(db, movedByDay, problems);
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

/** A line of a wide file has rates of many series. */
function placeOf(series: string, line: number | null): string {
  return `${series} ${line}`;
}
