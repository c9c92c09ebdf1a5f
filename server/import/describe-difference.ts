import type { ImportReport, RowProblem } from "../contract/import-report.ts";
import { formatPeriod } from "../contract/period.ts";
import { percentBetween, quantity } from "../domain/derive-rate.ts";
import { exact, type Wire } from "../domain/exact-json.ts";
import { toldDecimals } from "../domain/told-decimals.ts";
import type { Writer } from "../sql/database.ts";
import type { Agreement, Rival } from "../sql/diff-observations.ts";
import { selectRevisions, selectSeriesDifferences } from "../sql/select-differences.ts";

/** The parts of a report that tell what changes, from the temporary table `difference`. */
export async function describeDifference(
  db: Writer,
): Promise<Wire<Pick<ImportReport, "series" | "revisions">>> {
  const series = await selectSeriesDifferences(db);
  const revisions = await selectRevisions(db);
  return {
    series: series.map(({ frequency, first, last, ...row }) => ({
      ...row,
      first: formatPeriod(first, frequency),
      last: formatPeriod(last, frequency),
    })),
    revisions: revisions.map(({ frequency, period, from, to, ...row }) => ({
      ...row,
      period: formatPeriod(period, frequency),
      from: exact(from),
      ...toldDecimals("fromDecimals", from),
      to: exact(to),
      ...toldDecimals("toDecimals", to),
      percent: exact(percentOf(from, to)),
    })),
  };
}

function percentOf(from: string | null, to: string | null): string | null {
  if (from === null || to === null) return null;
  const before = quantity(from);
  return before.isZero() ? null : percentBetween(before, quantity(to));
}

/** Lines that say again what an earlier one says, as one notice. */
export function agreementNotice({ line, count }: Agreement): RowProblem {
  const message = `${count} of the observations are given again with the same value, first in this line; each is counted once.`;
  return { line, column: null, text: null, code: "duplicate", severity: "notice", message };
}

/** A claim that another line of the file contradicts, as an error of its line: neither is taken. */
export function rivalProblem(rival: Rival): RowProblem {
  const { line, value, series, otherLine, otherValue } = rival;
  const period = formatPeriod(rival.period, rival.frequency);
  const [own, other] = [value, otherValue].map((text) => text ?? "no figure");
  return {
    line,
    column: null,
    text: value,
    code: "duplicate-conflict",
    severity: "error",
    message: `${series} on ${period} is ${own ?? ""} here and ${other ?? ""} in line ${otherLine}: neither line is taken; keep one of the two.`,
  };
}
