import { Router } from "express";
import { endpoints } from "../contract/endpoints.ts";
import type { LatestRates } from "../contract/rate.ts";
import { type AnswerParts, answering, jsonContent } from "./answer.ts";
import { describeRate } from "./describe-rate.ts";
import { KnownPaths } from "./known-paths.ts";
import { noRate } from "./no-rate.ts";
import { refusedParameter } from "./observation-question.ts";
import { readLatest } from "./read-latest.ts";
import { route } from "./route.ts";

/** The newest rates of a base currency. */
export function rateRoutes(parts: AnswerParts): Router {
  const known = new KnownPaths();
  return Router().get(
    route(endpoints.latestRates.path),
    answering(parts, endpoints.latestRates, (db, { query, asOf, moment, today }) => {
      const { base, quotes, source = null, date = null } = query;
      refuseRepeated(quotes);
      return {
        scope: { dataset: "FX" },
        dependsOnToday: date === null,
        body: async () => {
          const day = date ?? today;
          const latest = await readLatest(db, { base, quotes, date, source, asOf, moment }, known);
          if (latest.size === 0) throw noRate({ base, quotes, source, date });
          return jsonContent<LatestRates>({
            base,
            date: day,
            rates: quotes.flatMap((quote) => {
              const found = latest.get(quote);
              return found ? [describeRate(found, { base, quote, day })] : [];
            }),
            missing: quotes.filter((quote) => !latest.has(quote)),
          });
        },
      };
    }),
  );
}

function refuseRepeated(quotes: readonly string[]): void {
  const repeated = quotes.find((quote, i) => quotes.indexOf(quote) !== i);
  if (repeated !== undefined) throw refusedParameter("quotes", `${repeated} stands there twice`);
}
