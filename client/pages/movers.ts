import type { Observations } from "../../server/contract/observation.ts";
import { addDays } from "../../server/contract/period.ts";
import type { Rate } from "../../server/contract/rate.ts";
import type { Mover } from "../components/kurs-movers.ts";
import { type Change, formatChange } from "../format/change.ts";
import { describePeriod } from "../format/period.ts";
import { fillText } from "../strings/fill-text.ts";
import { inForceOn } from "./in-force.ts";
import { changeOf, isFixed } from "./overview-text.ts";
import { rateText } from "./rate-text.ts";
import type { LatestReading } from "./read-overview.ts";
import type { Reader } from "./reader.ts";
import { monthsBefore } from "./time-span.ts";

/** Since when a rate has moved. */
export const horizons = ["day", "week", "month", "year"] as const;
export type Horizon = (typeof horizons)[number];

/** A change, the day of the publication that it is measured from (null where there is none), and its size for sorting. */
export interface Move {
  change: Change;
  since: string | null;
  ratio: number | null;
}

/** How a rate moved: in a day since the publication before, else since the rate that was in force so long ago. */
export function moveOf(
  rate: Rate,
  year: Observations | undefined,
  horizon: Horizon,
  latest: LatestReading,
  reader: Reader,
): Move {
  const { previous } = rate;
  if (horizon === "day")
    return {
      change: changeOf(rate, latest, reader),
      since: previous?.date ?? null,
      ratio: previous && rate.rate / previous.rate,
    };
  const then = year && inForceOn(year.observations, dayBefore(rate.date, horizon));
  const fixed = isFixed(rate, latest);
  return {
    change: formatChange(then?.value ?? null, rate.rate, reader.locale, { fixed }),
    since: then?.period ?? null,
    ratio: then?.value ? rate.rate / then.value : null,
  };
}

/** The table's rows, in the order of the rates. */
export function moversOf(
  latest: LatestReading,
  years: Record<string, Observations>,
  reader: Reader,
  hrefOf: (currency: string) => string,
): Mover[] {
  return latest.perDollar.map((rate) => {
    const moves = horizons.map((one) => moveOf(rate, years[rate.quote], one, latest, reader));
    return {
      code: rate.quote,
      name: latest.names[rate.quote] ?? rate.quote,
      href: hrefOf(rate.quote),
      rate: { text: rateText(rate, reader.locale).text, size: rate.rate },
      moves: moves.map(({ change, ratio }) => ({ change, size: ratio })),
    };
  });
}

/** What stands under the head of each column: `vs 22 Sep` where all rates are measured from one day. */
export function sinceTexts(
  latest: LatestReading,
  years: Record<string, Observations>,
  reader: Reader,
): string[] {
  return horizons.map((horizon) => {
    const days = latest.perDollar.map(
      (rate) => moveOf(rate, years[rate.quote], horizon, latest, reader).since,
    );
    const [day] = days;
    if (!day || days.some((other) => other !== day)) return "";
    const width = horizon === "year" ? "full" : "short";
    return fillText(reader.texts["card.versus"], {
      date: describePeriod(day, reader.locale, width),
    });
  });
}

function dayBefore(day: string, horizon: Exclude<Horizon, "day">): string {
  if (horizon === "week") return addDays(day, -7);
  return monthsBefore(day, horizon === "month" ? 1 : 12);
}
