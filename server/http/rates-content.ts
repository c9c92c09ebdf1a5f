import type { z } from "zod";
import type { endpoints } from "../contract/endpoints.ts";
import type { LatestRates } from "../contract/rate.ts";
import type { LatestRate } from "../domain/latest-rate.ts";
import { type Wire, writeJson } from "../domain/exact-json.ts";
import { describeRate } from "./describe-rate.ts";

/** The query of a question for the latest rates, as it was parsed. */
export type LatestQuery = z.output<(typeof endpoints)["latestRates"]["query"]>;

/** The answer with the rates that were found, by quote, as they are told on a day. */
export function ratesContent(
  { base, quotes }: LatestQuery,
  day: string,
  latest: ReadonlyMap<string, LatestRate>,
): { type: string; text: string } {
  const body: Wire<LatestRates> = {
    base,
    date: day,
    rates: quotes.flatMap((quote) => {
      const found = latest.get(quote);
      return found ? [describeRate(found, { base, quote, day })] : [];
    }),
    missing: quotes.filter((quote) => !latest.has(quote)),
  };
  return { type: "application/json", text: writeJson(body) };
}
