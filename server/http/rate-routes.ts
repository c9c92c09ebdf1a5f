import { Router } from "express";
import { endpoints } from "../contract/endpoints.ts";
import { type AnswerParts, answering } from "./answer.ts";
import type { KnownPaths } from "./known-paths.ts";
import { noRateThen } from "./no-rate.ts";
import { refusedParameter } from "./observation-question.ts";
import { ratesContent } from "./rates-content.ts";
import { readLatest } from "./read-latest.ts";
import { route } from "./route.ts";

/** The newest rates of a base currency. */
export function rateRoutes(parts: AnswerParts, known: KnownPaths): Router {
  return Router().get(
    route(endpoints.latestRates.path),
    answering(parts, endpoints.latestRates, (db, { query, asOf, moment, today }) => {
      const { base, quotes, source = null, date = null } = query;
      refuseRepeated(quotes);
      return {
        scope: { dataset: "FX" },
        dependsOnToday: date === null,
        body: async () => {
          const asked = { base, quotes, date, source, asOf, moment };
          const latest = await readLatest(db, asked, known);
          if (latest.size === 0) throw await noRateThen(db, asked);
          return ratesContent(query, date ?? today, latest);
        },
      };
    }),
  );
}

function refuseRepeated(quotes: readonly string[]): void {
  const repeated = quotes.find((quote, i) => quotes.indexOf(quote) !== i);
  if (repeated !== undefined) throw refusedParameter("quotes", `${repeated} stands there twice`);
}
