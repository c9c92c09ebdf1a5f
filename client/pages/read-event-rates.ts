import type { Observation, Observations } from "../../server/contract/observation.ts";
import { addDays } from "../../server/contract/period.ts";
import { ApiProblem } from "../api/api-problem.ts";
import { get } from "../api/get.ts";
import { dollar } from "./central-asia.ts";

/** How many days on either side of an event are shown. */
export const daysAround = 90;

const currencyOf: Readonly<Record<string, string>> = {
  KG: "KGS",
  KZ: "KZT",
  TJ: "TJS",
  UZ: "UZS",
  TM: "TMT",
};

/** The currency that an event is about: of the first of its countries that has one here. */
export function currencyOfEvent(countries: readonly string[]): string | null {
  return countries.flatMap((code) => currencyOf[code] ?? [])[0] ?? null;
}

/** The price of a dollar around an event. A pair without any rate has none around it either. */
export async function readEventRates(
  currency: string,
  { start, end }: { start: string; end: string | null },
  signal: AbortSignal,
): Promise<Observations | null> {
  const span = { start: addDays(start, -daysAround), end: addDays(end ?? start, daysAround) };
  try {
    return await get("pairObservations", { pair: `${dollar}-${currency}` }, span, signal);
  } catch (error) {
    if (error instanceof ApiProblem && error.kind === "no-rate") return null;
    throw error;
  }
}

/** The last rate before a day and the first on it or after it; null where one of them is missing. */
export function ratesAcross(
  { observations }: Pick<Observations, "observations">,
  day: string,
): { before: Observation; after: Observation } | null {
  const known = observations.filter(({ value }) => value !== null);
  const before = known.findLast(({ period }) => period < day);
  const after = known.find(({ period }) => period >= day);
  return before && after ? { before, after } : null;
}
