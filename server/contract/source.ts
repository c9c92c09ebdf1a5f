import { z } from "zod";
import { WebAddress, writtenText } from "./text.ts";

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
  rank: z
    .int()
    .meta({ description: "Which source answers for a pair when several have it: the lowest." }),
  pivot: z.string().nullable().meta({
    description: "The currency that its rates are quoted against; crosses go through it.",
  }),
  seriesCount: z.int().min(0).meta({ description: "How many series it publishes." }),
  lastImport: z
    .strictObject({ id: z.int(), at: z.iso.datetime() })
    .nullable()
    .meta({ description: "The last import that changed one of them." }),
});
export type Source = z.infer<typeof Source>;

export const Sources = z.strictObject({ sources: z.array(Source) });
export type Sources = z.infer<typeof Sources>;

const nameText = writtenText(300);
const otherName = nameText.nullable().optional();
const namesByLanguage = z.strictObject({
  en: nameText.optional(),
  ru: otherName,
  kk: otherName,
  ky: otherName,
  uz: otherName,
  tg: otherName,
  tk: otherName,
});

/**
 * What may be said of a source; what is left out stays as it is, null takes it away. Of a name, the languages left out
 * stay, and English cannot be taken away; a plain text is English.
 */
export const SourceChange = z.strictObject({
  name: z
    .union([nameText.transform((en) => ({ en })), namesByLanguage], {
      error:
        "must be a text of 1 to 300 characters, or one for each language; null takes any but English away",
    })
    .optional(),
  kind: SourceKind.optional(),
  homepage: WebAddress.nullable().optional(),
  licence: writtenText(500).nullable().optional(),
  licenceUrl: WebAddress.nullable().optional(),
  attribution: writtenText(1000).nullable().optional(),
  rank: z.int().min(0).max(1_000_000).optional(),
  pivot: z
    .string()
    .regex(/^[A-Z]{3}$/, "is no ISO 4217 code: write USD")
    .nullable()
    .optional(),
});
export type SourceChange = z.output<typeof SourceChange>;
