import type { Observations } from "../../server/contract/observation.ts";
import { addDays } from "../../server/contract/period.ts";
import type { Ask, ComparisonWish } from "./comparison-asks.ts";
import { inForceDays, sinceInForce } from "./in-force.ts";
import type { TimeSpan } from "./time-span.ts";
import type { View } from "./view.ts";

/** The span in which to look for what is shown: of days up to the last, also those before whose rate was in force on the first. */
export function leadingSpan(
  { common, span }: Pick<ComparisonWish, "common" | "span">,
  { from, to, base }: Pick<View, "from" | "to" | "base">,
): TimeSpan {
  const isRange = common === "D" && from === null && to === null && base === null;
  return isRange && span.start !== null
    ? { ...span, start: addDays(span.start, -inForceDays) }
    : span;
}

/** The answers of a leading span, each from the rate that was in force when the span itself begins. */
export function withoutLead(
  answers: ReadonlyMap<string, Observations>,
  { start }: TimeSpan,
): ReadonlyMap<string, Observations> {
  if (start === null) return answers;
  return new Map(
    [...answers].map(([id, answer]) => {
      const observations = sinceInForce(answer.observations, start);
      return [id, { ...answer, observations }] as const;
    }),
  );
}

/** The questions that give just what is shown: from the first period of each, where that is before the span. */
export function withoutLeadAsked(
  asks: readonly Ask[],
  answers: ReadonlyMap<string, Observations>,
  { start }: TimeSpan,
): Ask[] {
  return asks.map((ask) => {
    const firsts = ask.ids.flatMap((id) => answers.get(id)?.observations[0]?.period ?? []);
    const first = [...firsts, start ?? ""].sort()[0] ?? "";
    return startingAt(ask, first);
  });
}

function startingAt(ask: Ask, start: string): Ask {
  return ask.name === "pair"
    ? { ...ask, query: { ...ask.query, start } }
    : { ...ask, query: { ...ask.query, start } };
}
