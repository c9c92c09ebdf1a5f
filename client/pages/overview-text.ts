import type { Observations } from "../../server/contract/observation.ts";
import type { Rate } from "../../server/contract/rate.ts";
import { extremesOf } from "../chart/extremes.ts";
import { toPoints } from "../chart/gaps.ts";
import type { RateCard } from "../components/kurs-rate-card.ts";
import type { TickerItem } from "../components/kurs-ticker.ts";
import { type Change, formatChange, formatPercentChange } from "../format/change.ts";
import { describePeriod } from "../format/period.ts";
import type { LatestReading } from "./read-overview.ts";
import { asRate, quoteHalves, rateText } from "./rate-text.ts";
import type { Reader } from "./reader.ts";
import { yearsBefore } from "./time-span.ts";
import { fillText } from "../strings/fill-text.ts";

/** The change of a rate as the server computed it; a peg of an official source does not move. */
export function changeOf(
  rate: Rate,
  { currencies, sources }: Pick<LatestReading, "currencies" | "sources">,
  { locale }: Reader,
): Change {
  const pegged = currencies.some(
    ({ code, regimes }) =>
      [rate.base, rate.quote].includes(code) &&
      regimes.some(({ kind, to }) => kind === "peg" && to === null),
  );
  const official = sources.some(({ code, kind }) => code === rate.source && kind === "official");
  if (pegged && official) return formatChange(null, null, locale, { fixed: true });
  return formatPercentChange(rate.changePercent, locale);
}

/** `Rates as of 29 Sep 2026.`: the newest day of the rates. */
export function asOfText(newest: Rate, { texts, locale }: Reader): string {
  return fillText(texts["overview.asOf"], { date: describePeriod(newest.date, locale) });
}

/** The newest of some rates; undefined where there is none. */
export function newestOf(rates: readonly Rate[]): Rate | undefined {
  return [...rates].sort((a, b) => b.date.localeCompare(a.date))[0];
}

/** True where a daily rate is older than a long weekend. */
export function isOld({ ageDays }: Rate): boolean {
  return ageDays > 4;
}

/** `55 d old`, or that it is today's. */
export function ageText({ ageDays }: Rate, { texts }: Reader): string {
  return ageDays <= 0
    ? texts["rate.ageToday"]
    : fillText(texts["rate.age"], { days: String(ageDays) });
}

/** The strip's items, and what they have in common: one date is said once. */
export function tickerItems(
  latest: LatestReading,
  reader: Reader,
  hrefOf: (currency: string) => string,
): { items: TickerItem[]; shared: string } {
  const rates = latest.inDollars;
  const [first] = rates;
  const oneDate = rates.every(
    ({ date, source }) => date === first?.date && source === first.source,
  );
  const items = rates.map((rate) => ({
    ...quoteHalves(rate, reader.locale),
    href: hrefOf(rate.base),
    change: changeOf(rate, latest, reader),
    date: oneDate ? "" : describePeriod(rate.date, reader.locale, "short"),
  }));
  return { items, shared: first && oneDate ? sharedText(first, latest, reader) : "" };
}

function sharedText(rate: Rate, { sources }: LatestReading, { texts, locale }: Reader): string {
  const source = sources.find(({ code }) => code === rate.source);
  const shared = fillText(texts["ticker.shared"], {
    kind: texts[`rateKind.${source?.kind ?? "other"}`],
    date: describePeriod(rate.date, locale),
    source: source?.name ?? rate.source,
  });
  return isOld(rate) ? `${shared} · ${texts["ticker.old"]}` : shared;
}

/** The cards in the order of the rates; a year that has not come yet leaves its place empty. */
export function rateCards(
  latest: LatestReading,
  years: Record<string, Observations>,
  reader: Reader,
  hrefOf: (currency: string) => string,
): RateCard[] {
  return latest.perDollar.map((rate) => {
    const year = years[rate.quote];
    const { one } = quoteHalves(rate, reader.locale);
    return {
      href: hrefOf(rate.quote),
      code: rate.quote,
      name: latest.names[rate.quote] ?? "",
      one,
      rate: rateText(rate, reader.locale).text,
      change: changeOf(rate, latest, reader),
      versus: versusText(rate, reader),
      points: year ? toPoints(year.observations, year.frequency) : [],
      span: [Date.parse(yearsBefore(rate.date, 1)), Date.parse(rate.date)],
      lowHigh: year ? lowHighTexts(year, reader) : [],
    };
  });
}

/** `vs 28 Sep`; empty where there is no earlier publication. */
export function versusText({ previous }: Rate, { texts, locale }: Reader): string {
  if (!previous) return "";
  return fillText(texts["card.versus"], { date: describePeriod(previous.date, locale, "short") });
}

function lowHighTexts(year: Observations, { locale }: Reader): string[] {
  const found = extremesOf(year.observations);
  if (!found) return [];
  return [found.low, found.high].map(
    (observation) => rateText(asRate(observation, year), locale).text,
  );
}
