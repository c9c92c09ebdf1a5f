import type { ImportReport, RowProblem } from "../contract/import-report.ts";
import { formatPeriod } from "../contract/period.ts";
import { percentBetween, quantity } from "../domain/derive-rate.ts";
import { exact, type Wire } from "../domain/exact-json.ts";
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
      to: exact(to),
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

/** A claim that another line of the file contradicts, as an error of its line. */
export function rivalProblem({ line, firstLine, value, series }: Rival): RowProblem {
  return {
    line,
    column: null,
    text: value,
    code: "duplicate-conflict",
    severity: "error",
    message: `Line ${firstLine} gives ${series} another value for the same period; keep one of the two lines.`,
  };
}
