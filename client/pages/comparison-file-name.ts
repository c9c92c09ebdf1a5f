import { byText } from "../format/by-text.ts";
import { toldPair } from "./comparison-asks.ts";
import { endsOf, fileName, transformName } from "./file-name.ts";
import type { Comparison } from "./read-comparison.ts";

/** File systems take 255 bytes, and the days must fit in. */
const longest = 120;

/** `kgs-usd-kzt-usd-index-2025-11-20-2026-11-20`; of some of the series, where a file has only those. */
export function fileNameOf(comparison: Comparison, ids?: readonly string[]): string {
  const { lineup, as, answers } = comparison;
  const named = lineup.series.filter(({ id }) => ids === undefined || ids.includes(id));
  const names = named.map(({ id, pair }) => {
    if (!pair) return id;
    const { base, quote } = toldPair(pair, comparison);
    return [base, quote, ...(pair.source === null ? [] : [pair.source])].join("-");
  });
  const observations = named
    .flatMap(({ id }) => answers.get(id)?.observations ?? [])
    .sort((a, b) => byText(a.period, b.period));
  const told = names.join("-").slice(0, longest);
  return fileName(told, transformName(as), ...endsOf(observations));
}
