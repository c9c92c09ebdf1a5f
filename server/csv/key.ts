import { currencies } from "../contract/currency.ts";
import { type Frequency, frequencies, type Period } from "../contract/period.ts";
import type { DatasetShape, DimensionShape } from "../domain/dataset-shape.ts";
import { badNominal, readNominal } from "./read-nominal.ts";
import { type CellFault, type Fault, outsideItsYears, readCode } from "./read-code.ts";

/** What a record says of its series, whatever its period. */
export interface Key {
  fault: CellFault | null;
  /** Null where the form of the period tells it. */
  frequency: Frequency | null;
  /** `FX/D.USD.KGS.NBKR` by each frequency that the series may have. */
  series: Partial<Record<Frequency, string>>;
  /** Brackets are low reliability and `*` is suppressed, as surveys print them. */
  survey: boolean;
  /** Its unit is per cent. */
  percent: boolean;
  /** The power of ten of the nominal that a code was written with. */
  places: number;
  /** The currency that is both base and quote; null where they differ, as they should. */
  sameCurrency: string | null;
  currencies: readonly string[];
  /** The days in which all its currencies were in use; a `from` of nothing and a `to` of `~` are open. */
  from: string;
  to: string;
}

/** What a file writes for a code, and in which column; no column for a constant. */
export interface Written {
  text: string;
  column: string | null;
  /** `100` of `100 JPY`. */
  nominal: string | null;
}

/** The key of what is written for each dimension, in key order; null for a frequency that the period tells. `source` is who the sender says publishes. */
export function createKey(
  dataset: DatasetShape,
  written: readonly (Written | null)[],
  source: string | null,
): Key {
  const codes: string[] = [];
  let places = 0;
  for (const [at, dimension] of dataset.dimensions.entries()) {
    const { text, column, nominal } = written[at] ?? { text: "", column: null, nominal: null };
    const code = written[at] ? readCode(text, dimension) : "";
    const fault = typeof code === "string" ? conflict(code, dimension, dataset, source) : code;
    if (fault) return faultyKey({ ...fault, column, text });
    if (typeof code === "string") codes.push(code);
    const power = nominal === null ? 0 : readNominal(nominal);
    if (power === null) return faultyKey({ ...badNominal(nominal ?? ""), column });
    places += power;
  }
  const survey = dataset.kind === "survey";
  const percent = codes.some((code) => /^(?:PC|PCT|PERCENT)(?:_|$)/.test(code));
  return {
    fault: null,
    survey,
    percent,
    places,
    ...naming(dataset, codes),
    ...yearsOfUse(dataset.dimensions, codes),
  };
}

/** A key that refuses every value of its records. */
export function faultyKey(fault: CellFault): Key {
  const nothing = { survey: false, percent: false, places: 0, sameCurrency: null };
  return { fault, frequency: null, series: {}, ...nothing, currencies: [], from: "", to: "~" };
}

/** Why a currency of the key could not be used in the period; null when all could. */
export function currencyFault(key: Key, period: Period): Fault | null {
  if (period.start >= key.from && period.start <= key.to) return null;
  for (const code of key.currencies) {
    const fault = outsideItsYears(code, period);
    if (fault) return fault;
  }
  return null;
}

/** A file that names another source than its sender does is not trusted to be either's. */
function conflict(
  code: string,
  dimension: DimensionShape,
  { sourceDimension }: DatasetShape,
  source: string | null,
): Fault | null {
  if (dimension.code !== sourceDimension || source === null || code === source.toUpperCase()) {
    return null;
  }
  const message = `The file says that the source is ${code}, the request says ${source.toUpperCase()}: leave the source out of the request, or map SOURCE to a constant.`;
  return { code: "unknown-code", message };
}

function naming(dataset: DatasetShape, [first = "", ...rest]: readonly string[]) {
  const allowed = frequencies.filter((code) => dataset.dimensions[0]?.codes.has(code));
  const chosen = allowed.find((code) => code === first) ?? null;
  const series: Key["series"] = {};
  for (const code of chosen === null ? allowed : [chosen]) {
    series[code] = `${dataset.code}/${[code, ...rest].join(".")}`;
  }
  return { frequency: chosen, series };
}

function yearsOfUse(dimensions: readonly DimensionShape[], codes: readonly string[]) {
  const used = codes.filter((_, at) => dimensions[at]?.currencies);
  const begins = used.map((code) => currencies[code]?.from ?? "").sort();
  const ends = used.map((code) => currencies[code]?.to ?? "~").sort();
  const [first = ""] = used;
  const isSame = used.length > 1 && used.every((code) => code === first);
  return {
    sameCurrency: isSame ? first : null,
    currencies: used,
    from: begins.at(-1) ?? "",
    to: ends[0] ?? "~",
  };
}
