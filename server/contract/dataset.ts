import { z } from "zod";
import { Kind } from "./series.ts";
import { PeriodText } from "./observation.ts";

const DimensionSummary = z.strictObject({ code: z.string(), title: z.string() });

const summary = {
  code: z.string(),
  title: z.string(),
  description: z.string(),
  seriesCount: z.int().min(0),
  firstPeriod: PeriodText.nullable(),
  lastPeriod: PeriodText.nullable(),
};

/**
 * Series that share dimensions. The periods are those of the earliest and the latest observation, each in its own
 * frequency.
 */
export const DatasetSummary = z.strictObject({ ...summary, dimensions: z.array(DimensionSummary) });
export type DatasetSummary = z.infer<typeof DatasetSummary>;

export const Datasets = z.strictObject({ datasets: z.array(DatasetSummary) });
export type Datasets = z.infer<typeof Datasets>;

/**
 * What tells series apart, with the codes it may take in their natural order. An open dimension takes codes that an
 * import brings.
 */
export const Dimension = z.strictObject({
  code: z.string(),
  title: z.string(),
  open: z.boolean(),
  codes: z.array(
    z.strictObject({
      code: z.string(),
      title: z.string(),
      kind: Kind.optional(),
      total: z.boolean().optional().meta({
        description:
          "The whole of which the other codes are parts: a country among its regions, all ages.",
      }),
    }),
  ),
});
export type Dimension = z.infer<typeof Dimension>;

/** One dataset with its dimensions in key order. */
export const Dataset = z.strictObject({ ...summary, kind: Kind, dimensions: z.array(Dimension) });
export type Dataset = z.infer<typeof Dataset>;
