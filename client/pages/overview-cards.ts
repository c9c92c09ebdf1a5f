import type { Observations } from "../../server/contract/observation.ts";
import type { Rate } from "../../server/contract/rate.ts";
import { extremesOf } from "../chart/extremes.ts";
import { toPoints } from "../chart/gaps.ts";
import type { RateCard } from "../components/kurs-rate-card.ts";
import { formatNominal } from "../format/rate.ts";
import { sinceInForce } from "./in-force.ts";
import { moveOf } from "./movers.ts";
import { changeOf, versusText } from "./overview-text.ts";
import { asRate, rateText } from "./rate-text.ts";
import type { LatestReading } from "./read-overview.ts";
import type { Reader } from "./reader.ts";
import { yearsBefore } from "./time-span.ts";

/** The cards in the order of the rates; a year that has not come yet leaves its place empty. */
export function rateCards(
  latest: LatestReading,
  years: Record<string, Observations>,
  reader: Reader,
  hrefOf: (currency: string) => string,
): RateCard[] {
  return latest.perDollar.map((rate) => {
    const known = years[rate.quote];
    const year = known && withinYear(known, rate);
    const { text, nominal } = rateText(rate, reader.locale);
    return {
      href: hrefOf(rate.quote),
      code: rate.quote,
      name: latest.names[rate.quote] ?? "",
      one: `${formatNominal(nominal, reader.locale)} ${rate.base}`,
      rate: text,
      change: changeOf(rate, latest, reader),
      versus: versusText(rate, reader),
      yearChange: known ? moveOf(rate, known, "year", latest, reader).change : null,
      points: year ? toPoints(year.observations, year.frequency) : [],
      span: [Date.parse(firstDay(year, rate)), Date.parse(rate.date)],
      lowHigh: year ? lowHighTexts(year, rate, reader) : [],
    };
  });
}

/** From the rate in force a year before: what a change in a year is measured from. */
function withinYear(known: Observations, { date }: Rate): Observations {
  return { ...known, observations: sinceInForce(known.observations, yearsBefore(date, 1)) };
}

/** The day a year before, or of the rate that was in force on it. */
function firstDay(year: Observations | undefined, { date }: Rate): string {
  const [first, start] = [year?.observations[0]?.period, yearsBefore(date, 1)];
  return first !== undefined && first < start ? first : start;
}

/** With the nominal and the decimals of the rate itself: the same number has the same digits. */
function lowHighTexts(year: Observations, rate: Rate, { locale }: Reader): string[] {
  const found = extremesOf(year.observations);
  if (!found) return [];
  return [found.low, found.high].map(
    (observation) => rateText({ ...asRate(observation, year), method: rate.method }, locale).text,
  );
}
