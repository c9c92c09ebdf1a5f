import {
  daysBetween,
  type Frequency,
  lastDayOf,
  readPeriod,
} from "../../server/contract/period.ts";
import type { Dated } from "../chart/gaps.ts";
import { withCapital } from "../format/capital.ts";
import { describePeriod, describeSpan } from "../format/period.ts";
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

/**
 * `UZS: from 2003.`, `KZT: to May 2017.` and `KZT, TJS: 2003–2017.`: what of a chart the lines leave blank, where they begin
 * late or end early. Lines that leave out the same are named together.
 */
export function partialNotes(
  lines: readonly PartialLine[],
  span: TimeSpan,
  reader: Reader,
): string[] {
  const bounds = boundsOf(lines, span);
  const names = new Map<string, { lack: Lack; names: string[] }>();
  for (const line of lines) {
    const lack = lackOf(line, bounds);
    const known = names.get(JSON.stringify(lack))?.names ?? [];
    if (lack) names.set(JSON.stringify(lack), { lack, names: [...known, line.name] });
  }
  return [...names.values()].map(({ lack, names: all }) =>
    withCapital(wordsOf(all.join(", "), lack, reader)),
  );
}

/** The first period of a line that begins late, and the last of one that ends early; null where it does not. */
interface Lack {
  since: string | null;
  until: string | null;
}

function lackOf({ frequency, observations }: PartialLine, [start, end]: [string, string]) {
  const seen = observations.filter(({ value }) => value !== null).map(({ period }) => period);
  const [since = "", until = ""] = [seen[0], seen.at(-1)];
  const [first, last] = [readPeriod(since), readPeriod(until)];
  if (!first || !last) return null;
  const isLate = daysBetween(start, first.start) > slack[frequency];
  const isEarly = daysBetween(lastDayOf(last), end) > slack[frequency];
  if (!isLate && !isEarly) return null;
  return { since: isLate ? since : null, until: isEarly ? until : null };
}

function wordsOf(name: string, { since, until }: Lack, { texts, locale }: Reader): string {
  if (since !== null && until !== null)
    return fillText("{name}: {span}.", { name, span: describeSpan(since, until, locale) });
  const key = since === null ? "state.until" : "state.since";
  return fillText(texts[key], { name, date: describePeriod(since ?? until ?? "", locale) });
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
