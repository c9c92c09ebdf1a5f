import { z } from "zod";
import { Frequency, PeriodText } from "./observation.ts";

/** What the values of a series are; it decides how they may be aggregated. */
export const kinds = ["rate", "stock", "flow", "percentage", "survey"] as const;
export const Kind = z.enum(kinds);
export type Kind = z.infer<typeof Kind>;

/** One line of observations: one dataset, one key, one frequency, one unit. */
export const Series = z.strictObject({
  dataset: z.string(),
  key: z.string().meta({
    description: "The dimension codes joined by dots, frequency first",
    examples: ["D.USD.KGS.MARKET"],
  }),
  title: z.string(),
  frequency: Frequency,
  unit: z.string(),
  kind: Kind,
  decimals: z
    .int()
    .min(0)
    .meta({ description: "The most decimals that a current value of the series has." }),
  dimensions: z.record(z.string(), z.string()).meta({ description: "Each dimension's code" }),
  source: z.strictObject({ code: z.string(), name: z.string() }),
  firstPeriod: PeriodText.nullable(),
  lastPeriod: PeriodText.nullable(),
  observationCount: z.int().min(0),
  lastImport: z.strictObject({ id: z.int(), at: z.iso.datetime() }).nullable(),
  citation: z.string(),
});
export type Series = z.infer<typeof Series>;

export const SeriesList = z.strictObject({ series: z.array(Series), next: z.string().nullable() });
export type SeriesList = z.infer<typeof SeriesList>;

/**
 * A mask over keys: segments joined by dots, an empty one or `*` for any code, `+` for or: `D.USD.KGS+KZT.`. A space
 * is read as the plus that it was before somebody forgot to escape it.
 */
export const KeyMask = z
  .string()
  .max(400)
  .transform((mask) => mask.replaceAll(" ", "+"))
  .refine((mask) => mask.split(".").every(isMaskSegment), {
    message: "is no mask: join codes by dots; leave a segment empty or write * for any, + for or",
  })
  .meta({ examples: ["D.USD.KGS+KZT."] });

function isMaskSegment(segment: string): boolean {
  return (
    segment === "" || segment === "*" || /^[A-Za-z0-9_@$-]+(\+[A-Za-z0-9_@$-]+)*$/.test(segment)
  );
}
