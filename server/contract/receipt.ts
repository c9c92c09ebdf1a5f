import { z } from "zod";
import { PeriodText, Status, ToldDecimals } from "./observation.ts";

/** An observation as one import left it, down to the line of the file that said it. */
export const Version = z.strictObject({
  value: z.number().nullable(),
  decimals: ToldDecimals,
  status: Status.meta({ description: "`M` where the claim was withdrawn." }),
  withdrawn: z.boolean().meta({
    description: "True where the source's claim was taken back and nothing stands in its place.",
  }),
  /** The import that said the value. */
  import: z.strictObject({
    id: z.int(),
    at: z.iso.datetime(),
    by: z.string(),
    file: z.string().nullable(),
    sha256: z.string().nullable(),
  }),
  restoredBy: z
    .int()
    .nullable()
    .meta({ description: "The undo that brought the value back, where one did." }),
  line: z.int().nullable(),
  text: z.string().nullable(),
  supersededBy: z.int().nullable(),
});
export type Version = z.infer<typeof Version>;

/** Where a number came from: its current version, and every version newest first. */
export const Receipt = z.strictObject({
  series: z.string(),
  period: PeriodText,
  source: z.string(),
  value: z.number().nullable(),
  decimals: ToldDecimals,
  status: Version.shape.status,
  withdrawn: Version.shape.withdrawn,
  import: Version.shape.import,
  line: z.int().nullable(),
  text: z.string().nullable(),
  supersededBy: z.int().nullable(),
  versions: z.array(Version),
});
export type Receipt = z.infer<typeof Receipt>;
