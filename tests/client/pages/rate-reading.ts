import type { RateReading } from "../../../client/pages/read-rate.ts";
import type { ShownRates } from "../../../client/pages/rate-words.ts";
import { en as locale } from "../../../client/format/locales/en.ts";
import { en as texts } from "../../../client/strings/en.ts";
import type { Observation, Observations } from "../../../server/contract/observation.ts";
import type { Rate, Regime } from "../../../server/contract/rate.ts";
import type { Source } from "../../../server/contract/source.ts";

export const reader = { texts, locale };

/** The official peg of the manat. */
export const peg: Regime = {
  kind: "peg",
  anchor: "USD",
  value: 3.5,
  from: "2015-01-01",
  to: null,
  caveat: null,
};

/** A rate of an official source, published unless told otherwise. */
export function rateOf(base: string, quote: string, changes: Partial<Rate> = {}): Rate {
  return {
    base,
    quote,
    rate: 87.45,
    decimals: 4,
    date: "2026-09-29",
    ageDays: 0,
    method: "published",
    legs: [
      {
        series: "FX/D.USD.KGS.NBKR",
        base: "USD",
        quote: "KGS",
        rate: 87.45,
        date: "2026-09-29",
      },
    ],
    source: "NBKR",
    previous: { rate: 87.345, date: "2026-09-28" },
    change: null,
    changePercent: 0.12,
    ...changes,
  };
}

/** A source of a kind, named as in `rateOf`. */
export const sourceOf = (kind: Source["kind"]): Source => ({
  code: "NBKR",
  name: "Some source",
  kind,
  homepage: null,
  licence: null,
  licenceUrl: null,
  attribution: null,
  rank: 1,
  pivot: null,
  seriesCount: 1,
  lastImport: null,
});

/** What stands above a chart of som per dollar, unless told otherwise. */
export function readingOf(changes: Partial<RateReading> = {}): RateReading {
  return {
    pair: { base: "USD", quote: "KGS" },
    there: rateOf("USD", "KGS"),
    back: rateOf("KGS", "USD", { rate: 0.01143511, method: "inverse", changePercent: -0.12 }),
    currencies: [{ code: "TMT", name: "manat", quotedBy: [], regimes: [peg] }],
    sources: [sourceOf("official")],
    ...changes,
  };
}

/** Som per dollar on some days, shown as they are unless told otherwise. */
export function shownOf(
  observations: Observation[],
  changes: Partial<ShownRates> = {},
  answer: Partial<Observations> = {},
): ShownRates {
  return {
    answer: {
      series: "",
      title: "",
      frequency: "D",
      unit: "KGS",
      decimals: 4,
      source: "NBKR",
      method: "published",
      observations,
      next: null,
      ...answer,
    },
    pair: { base: "USD", quote: "KGS" },
    nominal: 1,
    as: "level",
    ...changes,
  };
}
