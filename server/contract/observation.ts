import { z } from "zod";
import { frequencies, readPeriod } from "./period.ts";

/** SDMX observation status: normal, provisional, estimated, forecast, break, low reliability, suppressed, holiday, not collected, missing. */
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

/** One value of a series. `status` only where it is not `A`, `decimals` where they differ from the series'. */
export const Observation = z.strictObject({
  period: PeriodText,
  /** Null where the source says that there is no figure. */
  value: z.number().nullable(),
  status: Status.optional(),
  decimals: z.int().min(0).optional(),
});
export type Observation = z.infer<typeof Observation>;

/** The answer to a question for observations. A JSON number here has exactly the stored digits. */
export const Observations = z.strictObject({
  series: z.string(),
  title: z.string(),
  frequency: Frequency,
  unit: z.string(),
  decimals: z.int().min(0),
  source: z.string(),
  method: z.enum(["published", "inverse", "cross"]).optional(),
  observations: z.array(Observation),
  /** A cursor to the rest; null when this is all. */
  next: z.string().nullable(),
});
export type Observations = z.infer<typeof Observations>;
