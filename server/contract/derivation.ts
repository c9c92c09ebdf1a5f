import { z } from "zod";

/** How the values of a span become the one value of a coarser period: mean, last, sum, least, greatest, first. */
export const aggregations = ["avg", "eop", "sum", "min", "max", "first"] as const;
export const Aggregation = z
  .enum(aggregations)
  .meta({ description: "How values become one of a coarser period; `eop` is the last of it" });
export type Aggregation = z.infer<typeof Aggregation>;

/**
 * What is shown of a series: its values (`lin`), or what is computed from them. FRED's names, with `index`, `pcb` (the
 * change since the base in per cent) and `yoy`.
 */
export const transforms = [
  "lin",
  "chg",
  "ch1",
  "pch",
  "pc1",
  "pca",
  "cch",
  "cca",
  "log",
  "index",
  "pcb",
  "yoy",
] as const;
export const Transform = z.enum(transforms).meta({
  description:
    "Values (`lin`), changes, logarithms, an index, the change since its base or in a year",
});
export type Transform = z.infer<typeof Transform>;

/** True for the transforms that compare every value with one base period. */
export const hasBase = (units: Transform): boolean => units === "index" || units === "pcb";
