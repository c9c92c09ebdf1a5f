import type { Frequency } from "../../server/contract/period.ts";
import { lastDayOf, readPeriod } from "../../server/contract/period.ts";
import type { Currencies } from "../../server/contract/rate.ts";
import type { Dataset } from "../../server/contract/dataset.ts";
import type { Kind, Series } from "../../server/contract/series.ts";
import type { Observations } from "../../server/contract/observation.ts";
import { dollar, localOf } from "./central-asia.ts";
import { codeOf, titleOf } from "./measures.ts";
import type { Pair } from "./read-rate.ts";

/** A series as the compare page knows it before it has its values. */
export interface ComparedSeries {
  /** As the address names it: `usd-kgs`, or `TRADE/A.KG.IMPORTS.USD_MN`. */
  id: string;
  name: string;
  /** Whose it is, which gives it its colour and its shortest label: a currency, a country. */
  entity: string;
  /** What tells it from another series of the same entity. */
  detail: string;
  frequency: Frequency;
  kind: Kind;
  unit: string;
  unitTitle: string;
  /** The code of who published it. */
  source: string;
  /** Rates are asked as a pair, in either direction; null for what is stored as it is. */
  pair: (Pair & { source: string | null }) | null;
  /** The last day that its observations cover. */
  lastDay: string;
}

type Known = Currencies["currencies"];

/** The pair that an id names; null for a stored series. */
export function pairOfId(id: string): Pair | null {
  const [, base = "", quote = ""] = /^([a-z]{3})-([a-z]{3})$/.exec(id) ?? [];
  return base === "" ? null : { base: base.toUpperCase(), quote: quote.toUpperCase() };
}

/** The id of a pair. */
export const idOfPair = ({ base, quote }: Pair) => `${base}-${quote}`.toLowerCase();

/** A pair that was asked for its last rate. */
export function comparedPair(
  pair: Pair,
  answer: Pick<Observations, "frequency" | "source" | "observations">,
  currencies: Known,
): ComparedSeries {
  return {
    id: idOfPair(pair),
    name: pairName(pair, currencies),
    entity: localOf(pair),
    detail: answer.source,
    frequency: answer.frequency,
    kind: "rate",
    unit: pair.quote,
    unitTitle: `${pair.quote}/${pair.base}`,
    source: answer.source,
    pair: { ...pair, source: null },
    lastDay: endOf(answer.observations.at(-1)?.period ?? null),
  };
}

/** A stored series of a dataset. A rate of one source is asked as the pair that it is. */
export function comparedStored(
  series: Series,
  dataset: Dataset,
  currencies: Known,
): ComparedSeries {
  const { BASE: base, QUOTE: quote } = series.dimensions;
  const isPair = series.kind === "rate" && base !== undefined && quote !== undefined;
  const pair = isPair ? { base, quote } : null;
  const place = codeOf(series, dataset, "place");
  const measure = titleOf(dataset, "measure", codeOf(series, dataset, "measure"));
  return {
    id: `${series.dataset}/${series.key}`,
    name: pair ? `${pairName(pair, currencies)}, ${series.source.name}` : series.title,
    entity: pair ? localOf(pair) : place,
    detail: pair ? series.source.code : measure,
    frequency: series.frequency,
    kind: series.kind,
    unit: series.unit,
    unitTitle: pair ? `${pair.quote}/${pair.base}` : titleOf(dataset, "unit", series.unit),
    source: series.source.code,
    pair: pair && { ...pair, source: series.source.code },
    lastDay: endOf(series.lastPeriod),
  };
}

/** `Kyrgyz som (USD/KGS)`: the local currency first, the direction as markets write it. */
export function pairName(pair: Pair, currencies: Known): string {
  const local = localOf(pair);
  const name = currencies.find(({ code }) => code === local)?.name ?? local;
  return `${name} (${pair.base}/${pair.quote})`;
}

/** The currency that values are in: of a rate the local one, else the one that the unit's code begins with; null for none. */
export function currencyOf({ pair, unit }: ComparedSeries, currencies: Known): string | null {
  if (pair) return localOf(pair);
  const [first = ""] = unit.split("_");
  return currencies.some(({ code }) => code === first) || first === dollar ? first : null;
}

function endOf(period: string | null): string {
  const read = readPeriod(period ?? "");
  return read ? lastDayOf(read) : "";
}
