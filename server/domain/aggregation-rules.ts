import type { Aggregation } from "../contract/derivation.ts";
import { frequencies, type Frequency } from "../contract/period.ts";
import type { Kind } from "../contract/series.ts";

/** True when `asked` is a finer frequency than a series' own: nobody knows its values. */
export function isFinerThan(asked: Frequency, own: Frequency): boolean {
  return frequencies.indexOf(asked) < frequencies.indexOf(own);
}

/** Whether values of this kind may be made coarser so: a survey never, a percentage not by summing. */
export function mayAggregate(kind: Kind, aggregation: Aggregation): boolean {
  return kind !== "survey" && !(kind === "percentage" && aggregation === "sum");
}

/** How values of this kind are made coarser when nobody says how: flows add up, levels have a mean. */
export function defaultAggregation(kind: Kind): Aggregation {
  return kind === "flow" ? "sum" : "avg";
}
