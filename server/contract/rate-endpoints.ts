import { z } from "zod";
import { Observations } from "./observation.ts";
import { paths } from "./paths.ts";
import {
  Code,
  CurrencyCode,
  dated,
  Day,
  DecimalText,
  listOf,
  observationQuery,
  titled,
  wholeNumber,
} from "./query.ts";
import { Conversion, Currencies, LatestRates } from "./rate.ts";

/** The endpoints of rates: the newest, those of any pair, amounts, and the currencies. */
export const rateEndpoints = {
  latestRates: {
    method: "get",
    path: paths.latestRates,
    summary: "The newest rates of a base, with the change since the publication before",
    query: z.strictObject({
      ...titled,
      ...dated,
      base: CurrencyCode,
      quotes: listOf(CurrencyCode, 50),
      source: Code.optional(),
      date: Day.optional(),
    }),
    response: LatestRates,
  },
  convert: {
    method: "get",
    path: paths.convert,
    summary: "An amount in another currency",
    query: z.strictObject({
      ...titled,
      ...dated,
      from: CurrencyCode,
      to: CurrencyCode,
      amount: DecimalText,
      date: Day.optional(),
      source: Code.optional(),
      decimals: wholeNumber(0, 20).optional(),
    }),
    response: Conversion,
  },
  currencies: {
    method: "get",
    path: paths.currencies,
    summary: "Currencies, who quotes them and how they are governed",
    query: z.strictObject({ ...titled, ...dated }),
    response: Currencies,
  },
  pairObservations: {
    method: "get",
    path: paths.pairObservations,
    summary: "The rates of a pair: published, inverse or cross",
    query: z.strictObject({ ...observationQuery, source: Code.optional() }),
    response: Observations,
  },
} as const;
