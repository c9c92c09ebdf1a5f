import { z } from "zod";
import { Titles } from "./titles.ts";
import { Kind } from "./series.ts";
import { SourceKind } from "./source.ts";

// No dot, plus or star: keys are codes joined by dots, and masks use the others.
const Code = z.string().regex(/^[A-Z0-9_][A-Z0-9_-]*$/);
const CurrencyCode = z.string().regex(/^[A-Z]{3}$/);
const CountryCode = z.string().regex(/^[A-Z]{2}$/);

/**
 * One value that a dimension may take. What it says of kind, decimals and country holds for every series that has it.
 */
export const CodeDefinition = z.strictObject({
  code: Code,
  title: Titles,
  /** Of the codes of a key that have a kind, the last one counts; else the dataset's. */
  kind: Kind.optional(),
  decimals: z.int().min(0).optional(),
  /** ISO 3166-1: the country of a region or of a currency, itself for a country. */
  country: CountryCode.optional(),
  /** The whole of which other codes are parts, or to which they are compared: a country, the world, all ages. */
  total: z.literal(true).optional(),
});
export type CodeDefinition = z.infer<typeof CodeDefinition>;

/** What tells series apart. Codes stand in their natural order, in which readers see them. */
export const DimensionDefinition = z.strictObject({
  code: z.string().regex(/^[A-Z][A-Z0-9_]*$/),
  title: Titles,
  /**
   * Takes codes that an import brings. The codes of a source dimension are those of the sources, and their names its
   * titles.
   */
  open: z.boolean().default(false),
  codes: z.array(CodeDefinition).default([]),
  /** The dimension before this one whose codes it shares, in place of a list of its own. */
  codesOf: z.string().optional(),
});
export type DimensionDefinition = z.infer<typeof DimensionDefinition>;

/** How a currency was governed from the day `from` to the day `to`, both included; without `to` it still is. */
export const RegimeDefinition = z
  .strictObject({
    currency: CurrencyCode,
    kind: z.enum(["peg", "managed", "float"]),
    anchor: CurrencyCode.optional(),
    /** Units of the currency for one unit of the anchor: decimal text, digits as announced. */
    value: z
      .string()
      .regex(/^\d+(\.\d+)?$/)
      .optional(),
    from: z.iso.date(),
    to: z.iso.date().optional(),
    /** What a reader must know who would rely on the rate. */
    caveat: Titles.optional(),
  })
  .refine(({ from, to }) => to === undefined || from <= to, "the regime ends before it begins")
  .refine(
    ({ kind, anchor, value }) => (kind === "peg") === (anchor !== undefined && value !== undefined),
    "a peg has an anchor and a value, another regime has not",
  );
export type RegimeDefinition = z.infer<typeof RegimeDefinition>;

/** Who publishes. A source that several datasets use is defined in the one that is loaded first. */
export const SourceDefinition = z.strictObject({
  code: Code,
  name: Titles,
  kind: SourceKind,
  homepage: z.url(),
  licence: z.string(),
  licenceUrl: z.url().optional(),
  attribution: z.string(),
  /** The lowest answers for a pair that several have. */
  rank: z.int().min(0),
  /** The currency that its rates are quoted against. */
  pivot: CurrencyCode.optional(),
});
export type SourceDefinition = z.infer<typeof SourceDefinition>;

const shape = z.strictObject({
  code: z.string().regex(/^[A-Z][A-Z0-9_]*$/),
  title: Titles,
  description: Titles,
  /** Of its series, where no code says otherwise. `survey` also sets how cells in brackets are read. */
  kind: Kind,
  /** A text with `{DIMENSION}` where the title of the series' code belongs. */
  seriesTitle: Titles,
  unitDimension: z.string(),
  /** Absent where the key does not name the source; the import does then. */
  sourceDimension: z.string().optional(),
  /** The dimension of countries and their parts. */
  countryDimension: z.string().optional(),
  /** In key order, `FREQ` first. */
  dimensions: z.array(DimensionDefinition).min(2),
  regimes: z.array(RegimeDefinition).default([]),
  sources: z.array(SourceDefinition).default([]),
});

/**
 * A dataset as `fixtures/datasets/*.json` and `kurs dataset apply` give it: dimensions, codes, titles, units, sources.
 */
export const DatasetDefinition = shape.superRefine((definition, context) => {
  const faults = rules.flatMap((faultsIn) => faultsIn(definition));
  for (const message of faults) context.addIssue({ code: "custom", message });
});
export type DatasetDefinition = z.infer<typeof DatasetDefinition>;

/** Each names what one condition finds wrong. */
const rules: readonly ((definition: z.infer<typeof shape>) => string[])[] = [
  ({ dimensions }) => twice("dimension", dimensions),
  ({ dimensions }) =>
    dimensions.flatMap(({ code, codes }) => twice(`code of the dimension ${code}`, codes)),
  ({ sources }) => twice("source", sources),
  ({ dimensions }) => (dimensions[0]?.code === "FREQ" ? [] : ["the first dimension must be FREQ"]),
  ({ dimensions }) =>
    (dimensions[0]?.codes ?? [])
      .filter(({ code }) => !/^[DWMQSA]$/.test(code))
      .map(({ code }) => `FREQ has ${code}, which is no frequency`),
  ({ dimensions }) =>
    dimensions
      .filter(({ codesOf, codes }, at) => {
        const lender = dimensions.slice(0, at).find(({ code }) => code === codesOf);
        return codesOf !== undefined && (codes.length > 0 || (lender?.codes ?? []).length === 0);
      })
      .map(({ code }) => `${code} must take its codes from a dimension before it, and list none`),
  (definition) => {
    const { unitDimension, sourceDimension, countryDimension, seriesTitle } = definition;
    const known = new Set(definition.dimensions.map(({ code }) => code));
    const texts = Object.values(seriesTitle).join();
    const inTitles = texts.match(/(?<={)[^}]*(?=})/g) ?? [];
    return [unitDimension, sourceDimension, countryDimension, ...inTitles]
      .filter((code) => typeof code === "string" && !known.has(code))
      .map((code) => `${code ?? ""} is not among the dimensions`);
  },
];

function twice(noun: string, coded: readonly { code: string }[]): string[] {
  const codes = coded.map(({ code }) => code);
  const repeated = new Set(codes.filter((code, at) => codes.indexOf(code) !== at));
  return [...repeated].map((code) => `the ${noun} ${code} is there twice`);
}
