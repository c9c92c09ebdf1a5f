import type { ImportReport } from "../../server/contract/import-report.ts";
import { byText } from "../format/by-text.ts";

/** One import that changed a series: how many of its observations, from which to which. */
export interface LogEntry {
  report: ImportReport;
  added: number;
  revised: number;
  first: string;
  last: string;
}

/** One observation that was revised: when, by which import, and its values before and since. */
export interface Revised {
  at: string | null;
  id: number | null;
  period: string;
  from: number | null;
  to: number | null;
  percent: number | null;
}

/** The imports of a log that changed this series, in the order of the log. */
export function logOf(series: string, imports: readonly ImportReport[]): LogEntry[] {
  return imports.flatMap((report) => {
    const own = report.series.find((one) => one.series === series);
    if (!own || report.state !== "committed") return [];
    const { added, revised, first, last } = own;
    return [{ report, added, revised, first, last }];
  });
}

/** What the imports of a log revised in this series, newest import first, latest period first. */
export function revisionsOf(series: string, imports: readonly ImportReport[]): Revised[] {
  return imports.flatMap(({ at, id, state, revisions }) =>
    state !== "committed"
      ? []
      : revisions
          .filter((one) => one.series === series)
          .sort((a, b) => byText(b.period, a.period))
          .map(({ period, from, to, percent }) => ({ at, id, period, from, to, percent })),
  );
}
