import type { ImportReport, RowProblem } from "../contract/import-report.ts";
import { formatPeriod } from "../contract/period.ts";
import { exact, type Wire } from "../domain/exact-json.ts";
import type { Writer } from "../sql/database.ts";
import type { Rival } from "../sql/diff-observations.ts";
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
    })),
  };
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
