import type { Dataset, Dimension } from "../../server/contract/dataset.ts";
import type { Series } from "../../server/contract/series.ts";

/** Series of a dataset that count the same thing in the same unit, and so may share a chart. */
export interface Measure {
  /** The code of what is measured, with the unit where the dataset measures it in several: `EXPORTS.USD_MN`. */
  code: string;
  title: string;
  unit: string;
  unitTitle: string;
  series: Series[];
}

/** Which dimension plays which part, by the codes that SDMX gives them. */
const parts = {
  measure: ["INDICATOR", "MEASURE", "FLOW"],
  unit: ["UNIT_MEASURE"],
  place: ["REF_AREA", "COMPANY"],
  age: ["AGE"],
} as const;
export type Part = keyof typeof parts;

/** The dimension of a dataset that plays this part; undefined where none does. */
export function dimensionOf({ dimensions }: Dataset, part: Part): Dimension | undefined {
  return dimensions.find(({ code }) => parts[part].some((name) => name === code));
}

/** The code that a series has in the dimension of this part; empty where the dataset has no such dimension. */
export function codeOf(series: Series, dataset: Dataset, part: Part): string {
  return series.dimensions[dimensionOf(dataset, part)?.code ?? ""] ?? "";
}

/** The title of a code in the dimension of this part; the code itself where it has none. */
export function titleOf(dataset: Dataset, part: Part, code: string): string {
  const found = dimensionOf(dataset, part)?.codes.find((entry) => entry.code === code);
  return found?.title ?? code;
}

/** The measures that a dataset has series of, in the order of its own code lists. */
export function measuresOf(dataset: Dataset, series: readonly Series[]): Measure[] {
  const found = new Map<string, Measure>();
  for (const one of series) {
    const [what, unit] = [codeOf(one, dataset, "measure"), codeOf(one, dataset, "unit")];
    const measure = found.get(`${what}.${unit}`) ?? {
      code: what,
      title: titleOf(dataset, "measure", what),
      unit,
      unitTitle: titleOf(dataset, "unit", unit),
      series: [],
    };
    measure.series.push(one);
    found.set(`${what}.${unit}`, measure);
  }
  const rank = ({ code, unit }: Measure) =>
    place(dataset, "measure", code) * 1000 + place(dataset, "unit", unit);
  const measures = [...found.values()].sort((a, b) => rank(a) - rank(b));
  return measures.map((measure) => withUnit(measure, measures));
}

/** The measure that an address names, else the first. A code without a unit means the first unit. */
export function chooseMeasure(measures: readonly Measure[], m: string | null): Measure | undefined {
  const named = measures.find(({ code }) => code === m || code.startsWith(`${m}.`));
  return named ?? measures[0];
}

/** True where both are the same measure of one dataset, whenever they were read. */
export function isSameMeasure(one: Measure, other: Measure): boolean {
  return one.code === other.code && one.series[0]?.dataset === other.series[0]?.dataset;
}

function withUnit(measure: Measure, all: readonly Measure[]): Measure {
  const several = all.filter(({ code }) => code === measure.code).length > 1;
  return several ? { ...measure, code: `${measure.code}.${measure.unit}` } : measure;
}

function place(dataset: Dataset, part: Part, code: string): number {
  return dimensionOf(dataset, part)?.codes.findIndex((entry) => entry.code === code) ?? 0;
}
