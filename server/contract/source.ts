import { z } from "zod";
import { Titles } from "./language.ts";

/** Whether an authority sets or publishes the figures, a market makes them, or somebody compiled them. */
export const sourceKinds = ["official", "market", "other"] as const;
export const SourceKind = z.enum(sourceKinds);
export type SourceKind = z.infer<typeof SourceKind>;

/** Who publishes. */
export const Source = z.strictObject({
  code: z.string(),
  name: z.string(),
  kind: SourceKind,
  homepage: z.url().nullable(),
  licence: z.string().nullable(),
  licenceUrl: z.url().nullable(),
  attribution: z.string().nullable(),
  /** Which source answers for a pair when several have it: the lowest. */
  rank: z.int(),
  seriesCount: z.int().min(0),
  lastImport: z.strictObject({ id: z.int(), at: z.iso.datetime() }).nullable(),
});
export type Source = z.infer<typeof Source>;

export const Sources = z.strictObject({ sources: z.array(Source) });
export type Sources = z.infer<typeof Sources>;

/** What may be said of a source; what is left out stays as it is, null takes it away. */
export const SourceChange = z.strictObject({
  name: z
    .union([
      z
        .string()
        .trim()
        .min(1)
        .transform((en) => ({ en })),
      Titles,
    ])
    .optional(),
  kind: SourceKind.optional(),
  homepage: z.url().nullable().optional(),
  licence: z.string().trim().min(1).nullable().optional(),
  licenceUrl: z.url().nullable().optional(),
  attribution: z.string().trim().min(1).nullable().optional(),
  rank: z.int().min(0).max(1_000_000).optional(),
  pivot: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .nullable()
    .optional(),
});
export type SourceChange = z.output<typeof SourceChange>;
