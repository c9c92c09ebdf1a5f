import { z } from "zod";
import { currencies } from "./currency.ts";
import { languages } from "./language.ts";
import { Aggregation, Frequency, PeriodText, Transform } from "./observation.ts";
import { lastDayOf, readPeriod } from "./period.ts";

/** A currency code, in either case. */
export const CurrencyCode = z
  .string()
  .transform((code) => code.toUpperCase())
  .refine((code) => Object.hasOwn(currencies, code), "is no ISO 4217 code")
  .meta({ description: "An ISO 4217 code", examples: ["KGS"] });

/** Whole numbers within bounds, as a query writes them. */
export const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, `must be a whole number from ${least} to ${most}`)
    .transform(Number)
    .refine((n) => n >= least && n <= most, `must be from ${least} to ${most}`)
    .meta({ type: "integer", minimum: least, maximum: most });

/** Codes separated by commas. */
export const listOf = <T extends z.ZodType<unknown, string>>(item: T, most: number) =>
  z
    .string()
    .transform((text) => text.split(","))
    .pipe(z.array(item).min(1).max(most, `takes at most ${most}`));

/** A calendar day. */
export const Day = z
  .string()
  .refine((day) => readPeriod(day)?.frequency === "D", "is no day: write 2026-11-20")
  .meta({ format: "date", examples: ["2026-09-29"] });

/** A moment: a date means the end of that UTC day, a time without an offset is UTC. Gives ISO text with `Z`. */
export const Moment = z
  .string()
  .max(40)
  .transform((text, context) => {
    // A plus that was not escaped arrives as a space.
    const moment = readMoment(text.replace(/ (?=\d\d:?\d\d$)/, "+"));
    if (moment) return moment;
    context.addIssue({
      code: "custom",
      message: "is no date or date-time: write 2026-08-19 or 2026-08-19T12:00:00Z",
    });
    return z.NEVER;
  })
  .meta({
    description: "A date (the end of that UTC day) or a date-time",
    examples: ["2026-11-20"],
  });

/** The first day of the span that a bound names; a coarse bound covers its whole span. */
export const StartBound = PeriodText.transform((text) => readPeriod(text)?.start ?? text);
/** The last day of the span that a bound names. */
export const EndBound = PeriodText.transform((text) => {
  const period = readPeriod(text);
  return period ? lastDayOf(period) : text;
});

export const Lang = z
  .enum(languages)
  .meta({ description: "Language of titles; else Accept-Language decides" });
export const Cursor = z
  .string()
  .min(1)
  .max(400)
  .meta({ description: "The `next` of the answer before" });

/** A code of a dataset, source or place. */
export const Code = z.string().max(60);
/** The query of an endpoint that takes none. */
export const Nothing = z.strictObject({});
/** What every list that comes in pages takes. */
export const paging = { limit: wholeNumber(1, 1000).optional(), cursor: Cursor.optional() };

/** What every answer with titles takes. */
export const titled = { lang: Lang.optional() };
/** What every answer with values takes. */
export const dated = { asOf: Moment.optional() };

/** How answers with observations are written. */
export const formats = ["json", "csv", "ndjson"] as const;
export type Format = (typeof formats)[number];

/** What every question for observations takes. Rules that join two parameters are checked where they are read. */
export const observationQuery = {
  ...titled,
  ...dated,
  start: StartBound.optional(),
  end: EndBound.optional(),
  last: wholeNumber(1, 100_000).optional(),
  order: z.enum(["asc", "desc"]).optional(),
  frequency: Frequency.optional(),
  aggregate: Aggregation.optional(),
  units: Transform.optional(),
  base: PeriodText.optional(),
  limit: wholeNumber(1, 100_000).optional(),
  cursor: Cursor.optional(),
  format: z.enum(formats).optional(),
  sep: z.enum([",", ";", "\t", "|"]).optional(),
  decimal: z.enum([".", ","]).optional(),
};

/** A decimal number as a query writes it: no exponent, no grouping. */
export const DecimalText = z
  .string()
  .regex(/^-?\d{1,30}(\.\d{1,30})?$/, "must be a plain decimal number: write 1500 or 1500.25")
  .meta({ format: "decimal", examples: ["1500"] });

function readMoment(text: string): string | null {
  const day = readPeriod(text.slice(0, 10));
  if (day?.frequency !== "D") return null;
  if (text.length === 10) return `${text}T23:59:59.999Z`;
  const match = /^.{10}T(\d\d):(\d\d)(?::(\d\d)(\.\d{1,6})?)?(Z|[+-]\d\d:?\d\d)?$/i.exec(text);
  if (!match) return null;
  const ms = Date.parse(match[5] ? text : `${text}Z`);
  return Number.isNaN(ms) ? null : new Date(ms).toISOString();
}
