import type { Transform } from "../contract/derivation.ts";
import type { Language } from "../contract/language.ts";
import { type Titles, titleIn } from "../contract/titles.ts";
import { formatPeriod, type Frequency } from "../contract/period.ts";
import { mostDecimals } from "../domain/decimal.ts";
import type { Derivation } from "./observation-question.ts";
import type { Head, OutgoingObservation } from "./write-observations.ts";

/** What a stored series says of its values. */
interface Described {
  dataset: string;
  key: string;
  title: Titles;
  frequency: Frequency;
  unit: string;
  decimals: number;
  sourceCode: string;
}

/** The unit of what is told of values, where it is not their own. */
const unitOf: Partial<Record<Transform, string>> = {
  pch: "PC",
  pc1: "PC",
  pca: "PC",
  cch: "PC",
  cca: "PC",
  yoy: "PC",
  log: "LN",
  index: "IX",
  pcb: "PC",
};

/** What stands around the observations of a stored series as they are. */
export function headOf(series: Described, language: Language): Head {
  return {
    series: `${series.dataset}/${series.key}`,
    title: titleIn(series.title, language),
    frequency: series.frequency,
    unit: series.unit,
    decimals: series.decimals,
    source: series.sourceCode,
  };
}

/** The head of what was derived: of all its values, on whatever page they come. */
export function derivedHead(
  head: Head,
  { frequency, isCoarser, aggregate, units, base }: Derivation,
  all: readonly OutgoingObservation[],
): Head {
  return {
    ...head,
    frequency,
    unit: unitOf[units] ?? head.unit,
    decimals: units === "lin" ? head.decimals : mostDecimals(all.map(({ value }) => value)),
    ...(isCoarser && { aggregate }),
    ...(units !== "lin" && { units }),
    ...(base && { base: formatPeriod(base.start, frequency) }),
  };
}
