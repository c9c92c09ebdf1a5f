import { expect, it } from "vitest";
import { DatasetDefinition } from "../../../server/contract/dataset-definition.ts";

const title = { en: "Title" };
const code = (text: string) => ({ code: text, title });
const freq = { code: "FREQ", title, codes: [code("D")] };
const unit = { code: "UNIT_MEASURE", title, codes: [code("PC"), code("USD_MN")] };
const plain = {
  code: "OUTPUT",
  title,
  description: title,
  kind: "flow",
  seriesTitle: { en: "Output, {UNIT_MEASURE}" },
  unitDimension: "UNIT_MEASURE",
  dimensions: [freq, unit],
};
const peg = { currency: "TMT", kind: "peg", anchor: "USD", value: "3.50", from: "2015-01-01" };
const source = {
  code: "TCA",
  name: title,
  kind: "other",
  homepage: "https://example.org",
  licence: "Facts, cited",
  attribution: "Somebody",
  rank: 300,
};

it("DatasetDefinition takes a dataset that says only what it must, with no regimes and no sources", () => {
  expect(DatasetDefinition.parse(plain)).toMatchObject({ regimes: [], sources: [] });
});

it("DatasetDefinition lets a dimension share the codes of one before it", () => {
  const quote = { code: "QUOTE", title, codesOf: "UNIT_MEASURE" };
  expect(() =>
    DatasetDefinition.parse({ ...plain, dimensions: [freq, unit, quote] }),
  ).not.toThrow();
});

it.each([
  [
    "a dimension twice",
    { dimensions: [freq, unit, unit] },
    "the dimension UNIT_MEASURE is there twice",
  ],
  [
    "a code twice",
    { dimensions: [freq, { ...unit, codes: [code("PC"), code("PC")] }] },
    "the code of the dimension UNIT_MEASURE PC is there twice",
  ],
  ["a source twice", { sources: [source, source] }, "the source TCA is there twice"],
  ["another first dimension", { dimensions: [unit, freq] }, "the first dimension must be FREQ"],
  [
    "a frequency of its own",
    { dimensions: [{ ...freq, codes: [code("H")] }, unit] },
    "FREQ has H, which is no frequency",
  ],
  [
    "codes of a later dimension",
    { dimensions: [freq, { code: "QUOTE", title, codesOf: "UNIT_MEASURE" }, unit] },
    "QUOTE must take its codes from a dimension before it, and list none",
  ],
  [
    "borrowed codes beside its own",
    { dimensions: [freq, unit, { ...unit, code: "QUOTE", codesOf: "UNIT_MEASURE" }] },
    "QUOTE must take its codes from a dimension before it, and list none",
  ],
  ["an unknown unit", { unitDimension: "UNIT" }, "UNIT is not among the dimensions"],
  ["an unknown country", { countryDimension: "AREA" }, "AREA is not among the dimensions"],
  [
    "an unknown name in a title",
    { seriesTitle: { en: "{SEX}" } },
    "SEX is not among the dimensions",
  ],
  [
    "a peg to nothing",
    { regimes: [{ ...peg, anchor: undefined }] },
    "a peg has an anchor and a value, another regime has not",
  ],
  [
    "a regime that ends before it begins",
    { regimes: [{ ...peg, to: "2014-12-31" }] },
    "the regime ends before it begins",
  ],
])("DatasetDefinition refuses %s", (_, change, message) => {
  const { error } = DatasetDefinition.safeParse({ ...plain, ...change });
  expect(error?.issues.map((issue) => issue.message)).toContain(message);
});

it.each(["KZ.15", "A+B", "*", "kzt", "", "\u041AZT"])(
  "DatasetDefinition refuses %j as a code",
  (text) => {
    const dimensions = [freq, { ...unit, codes: [code(text)] }];
    expect(DatasetDefinition.safeParse({ ...plain, dimensions }).success).toBe(false);
  },
);
