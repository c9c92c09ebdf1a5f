import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Mapping } from "../../../server/contract/mapping.ts";
import { KursError } from "../../../server/domain/kurs-error.ts";
import { readText } from "../../support/csv.ts";

const trade = "TRADE/A.KZ.EXPORTS.PC_GDP";
/** One year a figure, from 1990 on. */
const table = (figures: readonly string[], series = trade) => [
  "series,period,value",
  ...figures.map((figure, at) => `${series},${1990 + at},${figure}`),
];
const read = (lines: readonly string[], mapping: Mapping = {}) =>
  readText(`${lines.join("\n")}\n`, { mapping, source: "NBKR" });
const values = async (...args: Parameters<typeof read>) =>
  (await read(...args)).drafts.map(({ value }) => value);

it("N7: an indicator that begins with a run of zeros is asked about, with where and until when", async () => {
  const reading = read(table(["0", "0.0", "0", "4.62"]));
  await expect(reading).rejects.toMatchObject({
    kind: "needs-mapping",
    members: {
      missing: ["zeros"],
      candidates: { zeros: ["figures", "missing"] },
      sample: [`line 2: ${trade} is 0 from 1990 on, 4.62 in 1993`],
    },
  });
  await expect(reading).rejects.toThrow('"zeros": "figures"');
});

describe("N7: the mapping answers", () => {
  const figures = ["0", "0.0", "0", "4.62", "0"];

  it("zeros are figures", async () => {
    const { recognised, drafts } = await read(table(figures), { zeros: "figures" });
    expect(drafts.map(({ value }) => value)).toEqual(figures);
    expect(recognised.mapping.zeros).toBe("figures");
  });

  it("zeros are missing, however they are written, and are counted", async () => {
    const { drafts, notices } = await read(table(figures), { zeros: "missing" });
    expect(drafts.map(({ value, status }) => `${value} ${status}`)).toEqual([
      "null M",
      "null M",
      "null M",
      "4.62 A",
      "null M",
    ]);
    expect(notices.map(({ code, text }) => [code, text])).toEqual([
      ["missing-marker", "0"],
      ["missing-marker", "0.0"],
    ]);
  });

  it("a text is listed as missing", async () => {
    expect(await values(table(["0", "0", "0", "4.62"]), { missing: ["0"] })).toEqual([
      null,
      null,
      null,
      "4.62",
    ]);
  });

  it("in a wide file a zero that is missing says nothing", async () => {
    const mapping: Mapping = {
      dataset: "TRADE",
      zeros: "missing",
      wide: { period: true, pattern: "^\\d{4}$" },
      dimensions: { REF_AREA: "a", FLOW: { value: "EXPORTS" }, UNIT_MEASURE: { value: "PC_GDP" } },
    };
    expect(await values(["a,1990,1991", "KZ,0,4.62"], mapping)).toEqual(["4.62"]);
  });

  it("a rate of 0 is missing too, in a layout of rates", async () => {
    const lines = ["date,base,quote,rate", "2026-11-19,USD,KGS,0.0000", "2026-11-20,USD,KGS,87.5"];
    expect(await values(lines, { zeros: "missing" })).toEqual([null, "87.5"]);
  });
});

it.each([
  ["two zeros", ["0", "0", "4.62"]],
  ["zeros behind a figure", ["4.62", "0", "0", "0", "5.1"]],
  ["nothing but zeros", ["0", "0", "0", "0"]],
  ["zeros with a gap that is marked as one", ["..", "..", "..", "4.62"]],
])("N7: %s are no question", async (_, figures) => {
  expect(await values(table(figures))).toHaveLength(figures.length);
});

it("N7: a rate is no indicator: a run of zeros there is an error of each row, told later", async () => {
  const figures = ["0", "0", "0", "87.45"];
  const series = "FX/A.USD.JPY.NBKR";
  expect(await values(table(figures, series))).toEqual(figures);
  const mixed = [...table(figures, series), ...table(["0", "0", "0", "4.62"]).slice(1)];
  await expect(read(mixed)).rejects.toThrow(/^A series begins/);
});

it("N7: the order of the lines is nothing to it", async () => {
  const [header = "", ...rows] = table(["0", "0", "0", "4.62", "5.1", "0", "6"]);
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(rows, { minLength: rows.length }), async (lines) => {
      const error: unknown = await read([header, ...lines]).catch((e: unknown) => e);
      expect(error).toBeInstanceOf(KursError);
      expect((error as KursError).members.missing).toEqual(["zeros"]);
    }),
    { numRuns: 30 },
  );
});

it("N7: each series is looked at by itself, and the same line twice is one zero", async () => {
  const imports = "TRADE/A.KZ.IMPORTS.PC_GDP";
  const lines = [
    ...table(["0", "0"], trade),
    ...table(["0", "0", "4.62"], imports).slice(1),
    ...table(["0"], imports).slice(1),
  ];
  expect(await values(lines)).toHaveLength(6);
});
