import type { ImportPreview } from "../contract/import-report.ts";
import { formatPeriod } from "../contract/period.ts";
import { pickLines } from "../csv/pick-lines.ts";
import type { Recognised } from "../csv/recognised.ts";
import { exact, type Wire } from "../domain/exact-json.ts";
import { toldDecimals } from "../domain/told-decimals.ts";
import type { Reader } from "../sql/database.ts";
import { selectAdditions } from "../sql/select-additions.ts";
import type { FirstRows } from "./first-rows.ts";
import type { ProblemList } from "./problem-list.ts";

/** What a dry run has seen of its file. */
interface Seen {
  path: string;
  recognised: Recognised;
  problems: ProblemList;
  first: FirstRows;
}

/** What only a dry run tells: the columns, the first rows as read, what would be new, and the lines of what is wrong. */
export async function describePreview(
  db: Reader,
  { path, recognised, problems, first }: Seen,
): Promise<Wire<ImportPreview>> {
  const additions = await selectAdditions(db);
  const doubted = problems.shown.filter(({ severity }) => severity !== "notice");
  const wanted = new Set(doubted.map(({ line }) => line));
  return {
    columns: recognised.columns,
    rows: first.rows.map(({ line, series, start, frequency, value, status }) => ({
      line,
      series,
      period: formatPeriod(start, frequency),
      value: exact(value),
      ...toldDecimals("decimals", value),
      status,
    })),
    additions: additions.map(({ frequency, period, value, ...row }) => ({
      ...row,
      period: formatPeriod(period, frequency),
      value: exact(value),
      ...toldDecimals("decimals", value),
    })),
    codes: problems.byCode,
    lines: wanted.size === 0 ? [] : await pickLines(path, recognised.encoding, wanted),
  };
}
