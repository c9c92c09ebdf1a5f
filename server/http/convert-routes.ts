import { Router } from "express";
import { currencies } from "../contract/currency.ts";
import { endpoints } from "../contract/endpoints.ts";
import type { Conversion } from "../contract/rate.ts";
import { convertAmount } from "../domain/convert-amount.ts";
import { decimalsOf } from "../domain/decimal.ts";
import { exact } from "../domain/exact-json.ts";
import { fractionOf, roundToDecimals } from "../domain/fraction.ts";
import { type AnswerParts, answering, jsonContent } from "./answer.ts";
import { describeBasis } from "./describe-rate.ts";
import { KnownPaths } from "./known-paths.ts";
import { noRateThen } from "./no-rate.ts";
import { readLatest } from "./read-latest.ts";
import { route } from "./route.ts";

/** Where ISO 4217 gives a currency no smallest unit. */
const usualDecimals = 2;

/** Amounts in other currencies. */
export function convertRoutes(parts: AnswerParts): Router {
  const known = new KnownPaths();
  return Router().get(
    route(endpoints.convert.path),
    answering(parts, endpoints.convert, (db, { query, asOf, moment, today }) => {
      const { from, to, amount, date = null, source = null } = query;
      const { decimals = currencies[to]?.digits ?? usualDecimals } = query;
      return {
        scope: { dataset: "FX" },
        dependsOnToday: date === null,
        body: async () => {
          const asked = { base: from, quotes: [to], date, source, asOf, moment };
          const latest = (await readLatest(db, asked, known)).get(to);
          if (!latest) throw await noRateThen(db, asked);
          return jsonContent<Conversion>({
            from,
            to,
            // Rounded only to drop zeros in front, which a query may have and a JSON number may not.
            amount: exact(roundToDecimals(fractionOf(amount), decimalsOf(amount))),
            result: exact(convertAmount(amount, latest.newest.exact, decimals)),
            resultDecimals: decimals,
            ...describeBasis(latest, date ?? today),
          });
        },
      };
    }),
  );
}
