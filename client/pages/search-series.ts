import type { Currencies } from "../../server/contract/rate.ts";
import type { Series } from "../../server/contract/series.ts";
import { get } from "../api/get.ts";
import type { FoundOption } from "../components/kurs-combobox.ts";
import type { Language } from "../../server/contract/language.ts";
import { currencies as ourCurrencies, dollar } from "./central-asia.ts";
import { idOfPair, pairName } from "./compared-series.ts";
import type { Pair } from "./read-rate.ts";

type Known = Currencies["currencies"];

const mostFound = 40;

/**
 * What fits the words: pairs of currencies first, then stored series. The API finds words in every language and script,
 * whatever the apostrophe. Nothing typed finds the pairs that Kurs is about.
 */
export async function searchSeries(
  words: string,
  lang: Language,
  known: Known,
  signal: AbortSignal,
): Promise<FoundOption[]> {
  // The API refuses words without a letter or a digit.
  if (!/[\p{L}\p{N}]/u.test(words)) return pairOptions(ourPairs, known);
  const named = namedPair(words, known);
  const query = { q: words.slice(0, 200), lang, limit: String(mostFound) };
  const { series } = await get("seriesList", {}, query, signal);
  return foundOptions(named ? [named] : [], series, known);
}

/** Pairs, those that the series are of behind them, each once; then the series. */
export function foundOptions(
  named: readonly Pair[],
  series: readonly Series[],
  known: Known,
): FoundOption[] {
  const ofSeries = series.flatMap(({ dimensions: { BASE: base, QUOTE: quote } }) =>
    base !== undefined && quote !== undefined ? [{ base, quote }] : [],
  );
  const stored = series.map(({ dataset, key, title, source, firstPeriod, lastPeriod }) => ({
    id: `${dataset}/${key}`,
    text: title,
    note: [title.includes(source.name) ? "" : source.name, spanText(firstPeriod, lastPeriod)]
      .filter((part) => part !== "")
      .join(", "),
  }));
  return [...pairOptions([...named, ...ofSeries], known), ...stored];
}

/** The pair of two currencies that the words are the codes of: `kgs kzt`, `KGS/KZT`; null where they are not. */
export function namedPair(words: string, known: Known): Pair | null {
  const [, base = "", quote = ""] =
    /^\s*([A-Z]{3})\s*[\s/–-]\s*([A-Z]{3})\s*$/.exec(words.toUpperCase()) ?? [];
  const isKnown = (wanted: string) =>
    wanted === dollar || known.some(({ code }) => code === wanted);
  return isKnown(base) && isKnown(quote) && base !== quote ? { base, quote } : null;
}

const ourPairs = ourCurrencies.map((quote) => ({ base: dollar, quote }));

function pairOptions(pairs: readonly Pair[], known: Known): FoundOption[] {
  const options = new Map(
    pairs.map((pair) => [
      idOfPair(pair),
      { id: idOfPair(pair), text: pairName(pair, known), note: "" },
    ]),
  );
  return [...options.values()];
}

function spanText(first: string | null, last: string | null): string {
  const [from, to] = [first?.slice(0, 4) ?? "", last?.slice(0, 4) ?? ""];
  return from === to ? from : `${from}–${to}`;
}
