import { z } from "zod";
import { currencies } from "./currency.ts";
import { languages } from "./language.ts";
import { Aggregation, Transform } from "./derivation.ts";
import { Frequency, PeriodText } from "./observation.ts";
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
    .pipe(z.array(item).min(1).max(most, `takes at most ${most}`))
    .meta({ type: "array", items: jsonSchemaOf(item), maxItems: most });

function jsonSchemaOf(schema: z.ZodType): object {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: "input" });
  return rest;
}

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
export const StartBound = PeriodText.transform((text) => readPeriod(text)?.start ?? text).meta({
  description: "The first period; a coarse one begins on its first day",
  examples: ["2026-01"],
});
/** The last day of the span that a bound names. */
export const EndBound = PeriodText.transform((text) => {
  const period = readPeriod(text);
  return period ? lastDayOf(period) : text;
}).meta({
  description: "The last period; a coarse one ends on its last day",
  examples: ["2026-Q3"],
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
export const Code = z.string().min(1, "is empty").max(60);
/** The query of an endpoint that takes none. */
export const Nothing = z.strictObject({});
/** What every list that comes in pages takes. */
export const paging = {
  limit: wholeNumber(1, 1000)
    .optional()
    .meta({ description: "The most that one answer holds; `next` leads on" }),
  cursor: Cursor.optional(),
};

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
  last: wholeNumber(1, 100_000)
    .optional()
    .meta({ description: "Only the last so many of the range" }),
  order: z
    .enum(["asc", "desc"])
    .optional()
    .meta({ description: "Oldest or newest first", default: "asc" }),
  frequency: Frequency.optional().meta({
    description: "A coarser frequency to aggregate to; else the series' own",
    examples: ["M"],
  }),
  aggregate: Aggregation.optional().meta({
    description:
      "How values become one of the coarser `frequency`: by default the mean of rates and stocks, the sum of flows",
  }),
  units: Transform.optional().meta({
    description:
      "What is told of the values, in FRED's words: as they are, change, change on a year before, the same in per cent, annualised, compounded, logarithm, index, change since the base",
    default: "lin",
  }),
  base: PeriodText.optional().meta({
    description:
      "The period that is 100, with `units=index` or `units=pcb`; else the first of the range",
  }),
  limit: wholeNumber(1, 100_000)
    .optional()
    .meta({ description: "The most observations of one answer; `next` leads on. Else all" }),
  cursor: Cursor.optional(),
  format: z.enum(formats).optional().meta({
    description: "How the answer is written; else `Accept` decides",
    default: "json",
  }),
  sep: z
    .enum([",", ";", "\t", "|"])
    .optional()
    .meta({ description: "What parts the columns of CSV", default: "," }),
  decimal: z
    .enum([".", ","])
    .optional()
    .meta({ description: "The decimal mark of CSV", default: "." }),
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
