import { z } from "zod";
import { Aggregation, Transform } from "./derivation.ts";
import { frequencies, readPeriod } from "./period.ts";
import { Method } from "./rate.ts";

/**
 * SDMX observation status: normal, provisional, estimated, forecast, break, low reliability, suppressed, holiday, not
 * collected, missing.
 */
export const statuses = ["A", "P", "E", "F", "B", "U", "Q", "H", "L", "M"] as const;
export const Status = z.enum(statuses);
export type Status = z.infer<typeof Status>;

export const Frequency = z.enum(frequencies).meta({ description: "Frequency, as SDMX codes it" });

/** A period as SDMX writes it. */
export const PeriodText = z
  .string()
  .refine(
    (text) => readPeriod(text) !== null,
    "is no period: write 2026-11-20, 2026-W47, 2026-11, 2026-Q4, 2026-S2 or 2026",
  )
  .meta({
    description: "A period: 2026-11-20, 2026-W47, 2026-11, 2026-Q4, 2026-S2 or 2026",
    examples: ["2026-09-29"],
  });

/** For whoever has parsed a number, and so lost the zeros at its end. */
export const ToldDecimals = z.int().min(0).optional().meta({
  description: "How many decimals the value has, zeros included; only where it ends in zeros.",
});

/**
 * One value of a series. `status` only where it is not `A`; `count`, how many values it was made of, where it was
 * aggregated; `decimals` where they differ from the answer's.
 */
export const Observation = z.strictObject({
  period: PeriodText,
  value: z.number().nullable().meta({
    description:
      "Null where the source says that there is no figure, or where a derived value has nothing to stand on.",
  }),
  status: Status.optional(),
  count: z.int().min(0).optional(),
  decimals: z.int().min(0).optional(),
});
export type Observation = z.infer<typeof Observation>;

/** What an answer's values are, told once for all of them. */
const head = {
  series: z.string(),
  title: z.string(),
  frequency: Frequency,
  unit: z.string().meta({
    description:
      "The unit of the values as they stand here: `PC` for percentages, `IX` for an index, `LN` for logarithms.",
  }),
  decimals: z.int().min(0),
  source: z.string(),
  method: Method.optional().meta({ description: "How a pair was reached." }),
  aggregate: Aggregation.optional().meta({
    description: "How values were made coarser, where they were.",
  }),
  units: Transform.optional().meta({ description: "The transform, where there is one." }),
  base: PeriodText.optional().meta({ description: "The period that is 100." }),
};

/** The answer to a question for observations. A JSON number here has exactly the stored digits. */
export const Observations = z.strictObject({
  ...head,
  observations: z.array(Observation),
  next: z.string().nullable().meta({ description: "A cursor to the rest; null when this is all." }),
});
export type Observations = z.infer<typeof Observations>;

/** Several series on one axis of periods: `values[i]` is for `periods[i]`, null where a series has none. */
export const AlignedObservations = z.strictObject({
  frequency: Frequency,
  periods: z.array(PeriodText),
  series: z.array(
    z.strictObject({
      ...head,
      values: z.array(z.number().nullable()),
      valueDecimals: z.array(z.int().min(0).nullable()).optional().meta({
        description:
          "How many decimals each of `values` has, zeros included; only where one has not `decimals` of them. Null where there is no value.",
      }),
      statuses: z.array(Status.nullable()).optional().meta({
        description:
          "Like `values`; only where a status is not `A`. Null where the series has no observation.",
      }),
      counts: z
        .array(z.int().nullable())
        .optional()
        .meta({ description: "Like `values`, where the series was aggregated." }),
    }),
  ),
  next: z.string().nullable(),
});
export type AlignedObservations = z.infer<typeof AlignedObservations>;
