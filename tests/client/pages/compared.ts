import type { ComparedSeries } from "../../../client/pages/compared-series.ts";

/** A series to compare: the annual imports of Kyrgyzstan, unless told otherwise. */
export function compared(changes: Partial<ComparedSeries> = {}): ComparedSeries {
  return {
    id: "TRADE/A.KG.IMPORTS.USD_MN",
    name: "Imports of goods, Kyrgyzstan, million US dollars",
    entity: "KG",
    detail: "Imports of goods",
    frequency: "A",
    kind: "flow",
    unit: "USD_MN",
    unitTitle: "million US dollars",
    source: "PWT",
    pair: null,
    lastDay: "2025-12-31",
    ...changes,
  };
}

/** The dollar in a local currency, as an address names it. */
export function comparedRate(code: string, changes: Partial<ComparedSeries> = {}): ComparedSeries {
  return compared({
    id: `usd-${code.toLowerCase()}`,
    name: `${code} (USD/${code})`,
    entity: code,
    detail: "MARKET",
    frequency: "D",
    kind: "rate",
    unit: code,
    source: "MARKET",
    pair: { base: "USD", quote: code, source: null },
    lastDay: "2026-11-20",
    ...changes,
  });
}
