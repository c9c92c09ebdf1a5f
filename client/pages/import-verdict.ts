import type { ImportReport, RowProblem, WarningCode } from "../../server/contract/import-report.ts";
import type { ImportFlow } from "./import-flow.ts";

/** How often a problem occurs in a file. */
export interface CodeCount {
  code: RowProblem["code"];
  severity: RowProblem["severity"];
  count: number;
}

/** The problems of a report by their codes: errors, then warnings, then notices, each the most frequent first. */
export function codesOf({ preview, problems }: ImportReport): CodeCount[] {
  const ranks = { error: 0, warning: 1, notice: 2 };
  return [...(preview?.codes ?? countCodes(problems))].sort(
    (a, b) => ranks[a.severity] - ranks[b.severity] || b.count - a.count,
  );
}

/** What stands between a report and its import; nothing does where all is empty and `changes` is true. */
export interface Verdict {
  /** Rows with errors, that nobody has said to leave out. */
  errors: number;
  /** The classes of warnings that the reader has not looked at. */
  unaccepted: readonly WarningCode[];
  changes: boolean;
}

/** What stands in the way of an import. */
export function verdictOn({ report, skips, accepted }: ImportFlow): Verdict {
  if (!report) return { errors: 0, unaccepted: [], changes: false };
  const { added, revised, rejected } = report.counts;
  const warnings = codesOf(report).filter(({ severity }) => severity === "warning");
  const codes = warnings.map(({ code }) => code as WarningCode);
  return {
    errors: skips ? 0 : rejected,
    unaccepted: codes.filter((code) => !accepted.includes(code)),
    changes: added + revised > 0,
  };
}

function countCodes(problems: readonly RowProblem[]): CodeCount[] {
  const counts = new Map<string, CodeCount>();
  for (const { code, severity } of problems) {
    const { count } = counts.get(code) ?? { count: 0 };
    counts.set(code, { code, severity, count: count + 1 });
  }
  return [...counts.values()];
}
