import type { Rate } from "../../server/contract/rate.ts";
import { byText } from "../format/by-text.ts";
import { type Change, formatChange, formatPercentChange } from "../format/change.ts";
import { describePeriod, describeSpan } from "../format/period.ts";
import { fillText } from "../strings/fill-text.ts";
import type { LatestReading } from "./read-overview.ts";
import type { Reader } from "./reader.ts";

/** What decides whether a rate can move. */
type Known = Pick<LatestReading, "currencies" | "sources">;

/** The change of a rate as the server computed it; a peg of an official source does not move. */
export function changeOf(rate: Rate, known: Known, { locale }: Reader): Change {
  if (isFixed(rate, known)) return formatChange(null, null, locale, { fixed: true });
  return formatPercentChange(rate.changePercent, locale);
}

/** True for the rate of a currency that is pegged, where those say so who hold it. */
export function isFixed(rate: Rate, { currencies, sources }: Known): boolean {
  const pegged = currencies.some(
    ({ code, regimes }) =>
      [rate.base, rate.quote].includes(code) &&
      regimes.some(({ kind, to }) => kind === "peg" && to === null),
  );
  return pegged && sources.some(({ code, kind }) => code === rate.source && kind === "official");
}

/** The oldest and the newest of some rates. */
interface Ends {
  oldest: Rate;
  newest: Rate;
}

/** `Rates as of 29 Sep 2026.`, or of the days from the oldest to the newest: sources publish on days of their own. */
export function asOfText({ oldest, newest }: Ends, { texts, locale }: Reader): string {
  return fillText(texts["overview.asOf"], { date: describeSpan(oldest.date, newest.date, locale) });
}

/** The oldest and the newest of some rates; undefined where there is none. */
export function endsOf(rates: readonly Rate[]): Ends | undefined {
  const inOrder = [...rates].sort((a, b) => byText(a.date, b.date));
  const [oldest, newest] = [inOrder[0], inOrder.at(-1)];
  return oldest && newest && { oldest, newest };
}

/** True where a daily rate is older than a long weekend. */
export function isOld({ ageDays }: Rate): boolean {
  return ageDays > 4;
}

/** `2 d old`, or that it is today's. */
export function ageText({ ageDays }: Rate, { texts }: Reader): string {
  return ageDays <= 0
    ? texts["rate.ageToday"]
    : fillText(texts["rate.age"], { days: String(ageDays) });
}

/** `vs 28 Sep`; empty where there is no earlier publication. */
export function versusText({ previous }: Rate, { texts, locale }: Reader): string {
  if (!previous) return "";
  return fillText(texts["card.versus"], { date: describePeriod(previous.date, locale, "short") });
}
