import {
  daysBetween,
  type Frequency,
  lastDayOf,
  readPeriod,
} from "../../server/contract/period.ts";
import type { Dated } from "../chart/gaps.ts";
import { describePeriod } from "../format/period.ts";
import { fillText } from "../strings/fill-text.ts";
import type { Reader } from "./reader.ts";
import type { TimeSpan } from "./time-span.ts";

/** A line of a chart, as far as it may be shorter than the chart. */
export interface PartialLine {
  name: string;
  frequency: Frequency;
  observations: readonly Dated[];
}

/** Days that a line may begin after its chart, or end before it, without a word: a publisher's longest holiday, or a period. */
const slack: Record<Frequency, number> = { D: 15, W: 21, M: 62, Q: 190, S: 370, A: 740 };

/** `UZS: from 2003.` and `KZT: to May 2017.`: what of a chart the lines leave blank, where they begin late or end early. */
export function partialNotes(
  lines: readonly PartialLine[],
  span: TimeSpan,
  { texts, locale }: Reader,
): string[] {
  const [start, end] = boundsOf(lines, span);
  return lines.flatMap(({ name, frequency, observations }) => {
    const seen = observations.filter(({ value }) => value !== null);
    const [first, last] = [
      readPeriod(seen[0]?.period ?? ""),
      readPeriod(seen.at(-1)?.period ?? ""),
    ];
    if (!first || !last) return [];
    const most = slack[frequency];
    const isLate = daysBetween(start, first.start) > most;
    const isEarly = daysBetween(lastDayOf(last), end) > most;
    const told = (key: "state.since" | "state.until", { period = "" }: Partial<Dated> = {}) =>
      fillText(texts[key], { name, date: describePeriod(period, locale) });
    return [
      ...(isLate ? [told("state.since", seen[0])] : []),
      ...(isEarly ? [told("state.until", seen.at(-1))] : []),
    ];
  });
}

/** The first and the last day of what was asked for; where it is open, those that the longest line reaches. */
function boundsOf(lines: readonly PartialLine[], { start, end }: TimeSpan): [string, string] {
  const ends = lines.flatMap(({ observations }) => {
    const seen = observations.filter(({ value }) => value !== null);
    const [first, last] = [
      readPeriod(seen[0]?.period ?? ""),
      readPeriod(seen.at(-1)?.period ?? ""),
    ];
    // A year that a line begins or ends with may have begun before the others, or end after them.
    return first && last ? [[lastDayOf(first), last.start] as const] : [];
  });
  const earliest = ends.map(([first]) => first).sort()[0] ?? "";
  const newest =
    ends
      .map(([, last]) => last)
      .sort()
      .at(-1) ?? "";
  const asked = readPeriod(end ?? "");
  // No figure is missing after the newest: that one is late is said elsewhere.
  const last = asked && lastDayOf(asked) < newest ? lastDayOf(asked) : newest;
  return [readPeriod(start ?? "")?.start ?? earliest, last];
}
