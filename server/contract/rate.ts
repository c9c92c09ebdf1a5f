import { z } from "zod";

const Currency = z.string().regex(/^[A-Z]{3}$/);

export const methods = ["published", "inverse", "cross"] as const;
export const Method = z.enum(methods);
export type Method = z.infer<typeof Method>;

/** An observation that a rate was made from, in the direction in which it was published. */
export const Leg = z.strictObject({
  series: z.string(),
  base: Currency,
  quote: Currency,
  rate: z.number(),
  date: z.iso.date(),
});
export type Leg = z.infer<typeof Leg>;

const Legs = z.array(Leg).meta({
  description:
    "The published observations behind the rate; those of a cross may be up to 14 days apart.",
});

/** Units of quote for one unit of base, and the change since the publication before. */
export const Rate = z.strictObject({
  base: Currency,
  quote: Currency,
  rate: z.number(),
  decimals: z.int().min(0),
  date: z.iso.date().meta({ description: "The day the rate is for; of a cross, the older leg's." }),
  ageDays: z.int().meta({
    description:
      "Days from `date` to the day asked for, or to today; below zero for a rate of a day to come.",
  }),
  method: Method,
  legs: Legs,
  source: z.string(),
  previous: z.strictObject({ rate: z.number(), date: z.iso.date() }).nullable(),
  change: z.number().nullable(),
  changePercent: z
    .number()
    .nullable()
    .meta({ description: "In per cent, to six significant digits." }),
});
export type Rate = z.infer<typeof Rate>;

export const LatestRates = z.strictObject({
  base: Currency,
  date: z.iso.date(),
  rates: z.array(Rate),
  missing: z.array(Currency).meta({ description: "Quotes to which no path leads." }),
});
export type LatestRates = z.infer<typeof LatestRates>;

/** An amount in another currency, made with the published legs and rounded once. */
export const Conversion = z.strictObject({
  from: Currency,
  to: Currency,
  amount: z.number(),
  result: z.number(),
  resultDecimals: z
    .int()
    .min(0)
    .meta({ description: "How many decimals `result` was rounded to." }),
  rate: z.number(),
  decimals: z.int().min(0).meta({ description: "How many decimals `rate` has, zeros included." }),
  method: Method,
  legs: Legs,
  date: z.iso.date().meta({ description: "The day the rate is for; of a cross, the older leg's." }),
  ageDays: z.int(),
  source: z.string(),
});
export type Conversion = z.infer<typeof Conversion>;

/** How a currency is governed in a span of time. */
export const Regime = z.strictObject({
  kind: z.enum(["float", "managed", "peg"]),
  anchor: Currency.nullable(),
  value: z.number().nullable(),
  from: z.iso.date(),
  to: z.iso.date().nullable(),
  caveat: z.string().nullable(),
});
export type Regime = z.infer<typeof Regime>;

export const Currencies = z.strictObject({
  currencies: z.array(
    z.strictObject({
      code: Currency,
      name: z.string(),
      quotedBy: z.array(z.strictObject({ source: z.string(), since: z.iso.date() })),
      regimes: z.array(Regime),
    }),
  ),
});
export type Currencies = z.infer<typeof Currencies>;
