import type { z } from "zod";
import { type Aggregation, hasBase, type Transform } from "../contract/derivation.ts";
import type { endpoints } from "../contract/endpoints.ts";
import { type Frequency, type Period, readPeriod } from "../contract/period.ts";
import type { Format } from "../contract/query.ts";
import type { Kind } from "../contract/series.ts";
import { defaultAggregation, isFinerThan, mayAggregate } from "../domain/aggregation-rules.ts";
import { KursError } from "../domain/kurs-error.ts";

/** The query of a question for observations, as it was parsed. */
export type ObservationQuery = z.output<(typeof endpoints)["observations"]["query"]>;

/** What a series says of itself that decides how it may be derived. */
interface Measure {
  /** As the problem names it. */
  name: string;
  frequency: Frequency;
  kind: Kind;
}

/** How the observations of one series are to be derived and chosen, every default filled in. */
export interface Derivation {
  /** The frequency of the answer, and whether it is coarser than the series' own. */
  frequency: Frequency;
  isCoarser: boolean;
  aggregate: Aggregation;
  units: Transform;
  base: Period | null;
  start: string | null;
  end: string | null;
  last: number | null;
  order: "asc" | "desc";
}

/** A 400 that names the parameter to change. */
export function refusedParameter(parameter: string, message: string): KursError {
  const detail = `${parameter}: ${message}`;
  return new KursError("invalid-query", detail, { errors: [{ parameter, message: detail }] });
}

/** Throws "invalid-query" where parameters contradict each other, whatever series they are asked of. */
export function refuseContradictions(
  query: ObservationQuery,
  format: Format,
  units: readonly Transform[] = [query.units ?? "lin"],
): void {
  const { start, end, frequency, aggregate, base, sep, decimal } = query;
  if (start !== undefined && end !== undefined && start > end)
    throw refusedParameter("start", "lies after `end`");
  if (aggregate !== undefined && frequency === undefined)
    throw refusedParameter("aggregate", "needs a `frequency` to aggregate to");
  if (base !== undefined && !units.some(hasBase))
    throw refusedParameter(
      "base",
      "is the period that is 100, which only `units=index` and `units=pcb` have",
    );
  if (format !== "csv") {
    for (const [name, value] of Object.entries({ sep, decimal })) {
      if (value !== undefined) throw refusedParameter(name, "is of CSV; ask for `format=csv`");
    }
  }
  if (decimal !== undefined && decimal === (sep ?? ","))
    throw refusedParameter("decimal", "is what parts the columns; ask for `sep=;` too");
}

/** What is asked of one series. Throws "invalid-query" where its values cannot be told so. */
export function derivationOf(
  query: ObservationQuery,
  { name, frequency: own, kind }: Measure,
  units: Transform = query.units ?? "lin",
): Derivation {
  const { frequency = own, aggregate = defaultAggregation(kind), start, end, last, order } = query;
  if (isFinerThan(frequency, own))
    throw refusedParameter(
      "frequency",
      `${name} is ${own}; nobody knows its values by ${frequency}`,
    );
  const isCoarser = frequency !== own;
  if (kind === "survey" && isCoarser)
    throw refusedParameter("frequency", `${name} is a survey, which is told only as it was taken`);
  if (
    (isCoarser || query.aggregate !== undefined) &&
    !mayAggregate(kind, aggregate) &&
    kind !== "survey"
  )
    throw refusedParameter("aggregate", `${name} is a percentage, which is never summed`);
  return {
    frequency,
    isCoarser,
    aggregate,
    units,
    base: hasBase(units) && query.base !== undefined ? readPeriod(query.base) : null,
    start: start ?? null,
    end: end ?? null,
    last: last ?? null,
    order: order ?? "asc",
  };
}
