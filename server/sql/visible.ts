/** Which versions a read sees: `null` the current ones, a number those that were current after that import. */
export type AsOf = number | null;

/** A statement in two forms, since only the plain condition lets Postgres use the index of current versions. */
export interface AsOfStatement {
  name: string;
  current: string;
  asOf: string;
}

/**
 * Makes both forms of a statement. `write` gets the condition on `observation`; in the second form the import's
 * number is parameter `$1`, in the first `$1` is null and has no effect.
 */
export function asOfStatement(name: string, write: (visible: string) => string): AsOfStatement {
  return {
    name,
    current: write(`$1::integer is null and ${isCurrent}`),
    asOf: write(
      "observation.import_id <= $1::integer and (observation.superseded_by is null or observation.superseded_by > $1::integer)",
    ),
  };
}

/** The condition on observations of now. */
export const isCurrent = "observation.superseded_by is null";

/**
 * A condition on `series`: it still has an observation, which an undo may have withdrawn. As a value, it stays one look
 * into the index for each series; an "exists" may become a join with all observations.
 */
export const stands = (visible: string) => `coalesce((
  select true
  from observation
  where observation.series_id = series.series_id and not withdrawn and ${visible}
  limit 1
), false)`;

/** The form for a moment, ready for `query`, with the import's number put before the other values. */
export function bind({ name, current, asOf: past }: AsOfStatement, asOf: AsOf, values: unknown[]) {
  return asOf === null
    ? { name: `${name}-current`, text: current, values: [asOf, ...values] }
    : { name: `${name}-as-of`, text: past, values: [asOf, ...values] };
}
