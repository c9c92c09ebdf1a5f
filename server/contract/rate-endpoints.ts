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

const source = Code.optional().meta({
  description: "Whose rates; else of each pair the source with the best rank that has it",
  examples: ["MARKET"],
});
const date = Day.optional().meta({
  description:
    "The day to give rates for; a rate of up to 14 days before stands in. Else the newest there is, however old",
});

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
      quotes: listOf(CurrencyCode, 50).meta({
        description: "The currencies to give rates in, each once",
      }),
      source,
      date,
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
      amount: DecimalText.meta({ description: "How much of `from`" }),
      date,
      source,
      decimals: wholeNumber(0, 20).optional().meta({
        description: "How many decimals to round to; else those of the smallest unit of `to`",
      }),
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
    query: z.strictObject({ ...observationQuery, source }),
    response: Observations,
  },
} as const;
