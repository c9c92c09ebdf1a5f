import type { Rate } from "../../server/contract/rate.ts";
import type { TickerItem } from "../components/kurs-ticker.ts";
import { formatChange } from "../format/change.ts";
import { describePeriod } from "../format/period.ts";
import { formatNominal, formatRate } from "../format/rate.ts";
import { fillText } from "../strings/fill-text.ts";
import { isFixed, isOld } from "./overview-text.ts";
import type { LatestReading } from "./read-overview.ts";
import type { Reader } from "./reader.ts";

/** The strip of the latest rates: its items, and what all of them have in common, which is said once. */
export interface Ticker {
  items: TickerItem[];
  shared: string;
  /** True where what is shared is old. */
  old: boolean;
}

/** `1 KGS = 0.011435 USD` for each rate of the dollar, read the other way round from the rate as stored. */
export function tickerOf(
  latest: LatestReading,
  reader: Reader,
  hrefOf: (currency: string) => string,
): Ticker {
  const rates = latest.perDollar;
  const [first] = rates;
  const alike = rates.every(({ date, source }) => date === first?.date && source === first.source);
  const items = rates.map((rate) => ({
    ...halves(rate, reader),
    href: hrefOf(rate.quote),
    ...(alike ? { kind: "", date: "", old: false } : ownParts(rate, latest, reader)),
    change: formatChange(rate.previous?.rate ?? null, rate.rate, reader.locale, {
      inverse: true,
      fixed: isFixed(rate, latest),
    }),
  }));
  if (!first || !alike) return { items, shared: "", old: false };
  return { items, shared: sharedText(first, latest, reader), old: isOld(first) };
}

function halves({ base, quote, rate }: Rate, { locale }: Reader) {
  const { text, nominal } = formatRate(rate, locale, { inverse: true });
  return { one: `${formatNominal(nominal, locale)} ${quote}`, other: `${text} ${base}` };
}

/** The date of one item, and that it is no official rate where it is none. */
function ownParts(rate: Rate, latest: LatestReading, { texts, locale }: Reader) {
  const kind = kindOf(rate, latest);
  return {
    kind: kind === "official" ? "" : texts[`sourceKind.${kind}`],
    date: describePeriod(rate.date, locale, "short"),
    old: isOld(rate),
  };
}

function sharedText(rate: Rate, latest: LatestReading, { texts, locale }: Reader): string {
  const source = latest.sources.find(({ code }) => code === rate.source);
  return fillText(texts["ticker.shared"], {
    kind: texts[`rateKind.${kindOf(rate, latest)}`],
    date: describePeriod(rate.date, locale),
    source: source?.name ?? rate.source,
  });
}

const kindOf = (rate: Rate, { sources }: LatestReading) =>
  sources.find(({ code }) => code === rate.source)?.kind ?? "other";
