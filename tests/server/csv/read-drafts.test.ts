import { expect, it } from "vitest";
import type { Mapping } from "../../../server/contract/mapping.ts";
import { readText } from "../../support/csv.ts";

const nbkr = { source: "NBKR" };
const rates = (...rows: string[]) => ["date,base,quote,rate", ...rows, ""].join("\n");
const survey = (...cells: string[]) =>
  [
    "REF_AREA,AGE,TIME_PERIOD,OBS_VALUE",
    ...cells.map((cell, at) => `KZ-10,_T,${2015 + at},${cell}`),
  ].join("\n");

it("a draft has the line, the series, the first day, the frequency and the digits of the file", async () => {
  const { drafts } = await readText(rates("2026-11-20,USD,KGS,87.4500"), nbkr);
  expect(drafts).toEqual([
    {
      line: 2,
      series: "FX/D.USD.KGS.NBKR",
      start: "2026-11-20",
      frequency: "D",
      value: "87.4500",
      status: "A",
    },
  ]);
});

it.each([
  "",
  "N/A",
  "N.A.",
  ".",
  "...",
  "x",
  "—",
  "n/a",
  "NA",
  "-",
  "–",
  "..",
  ":",
  "*",
  "#N/A",
  "нет данных",
  "null",
  "NaN",
  " ",
])("N6: %j is a missing value, told once with its count", async (marker) => {
  const rows = ["2026-11-19", "2026-11-20"].map((day) => `${day},USD,KGS,${marker}`);
  const { drafts, errors, notices } = await readText(rates(...rows), nbkr);
  expect(errors).toEqual([]);
  expect(drafts.map(({ value, status }) => [value, status])).toEqual([
    [null, "M"],
    [null, "M"],
  ]);
  expect(notices).toMatchObject([{ line: 2, column: "rate", code: "missing-marker" }]);
  expect(notices[0]!.message).toContain("2 times");
});

it("N7: a text that the mapping lists is missing too", async () => {
  const text = rates("2026-11-20,USD,KGS,0", "2026-11-21,USD,KGS,0.5");
  const { drafts } = await readText(text, { mapping: { missing: ["0"] }, ...nbkr });
  expect(drafts.map(({ value }) => value)).toEqual([null, "0.5"]);
});

it("N6: a publisher's own markers keep apart what they mean, in long and in wide files", async () => {
  const missing: Mapping["missing"] = { "..": "L", c: "Q" };
  const trade = "TRADE/A.KZ.EXPORTS.PC_GDP";
  const cells = ["..", "c", ":", "4.62"].map((cell, at) => `${trade},${2015 + at},${cell}`);
  const long = await readText(["series,period,value", ...cells].join("\n"), {
    mapping: { missing },
  });
  expect(long.drafts.map(({ value, status }) => [value, status])).toEqual([
    [null, "L"],
    [null, "Q"],
    [null, "M"],
    ["4.62", "A"],
  ]);
  expect(long.recognised.mapping.missing).toEqual(missing);
  const wide = await readText("date,USD/KGS,USD/KZT\n2026-11-19,..,:\n2026-11-20,87.45,505.15\n", {
    mapping: { missing },
    ...nbkr,
  });
  expect(wide.drafts.map(({ value, status }) => [value, status])).toEqual([
    [null, "L"],
    ["87.45", "A"],
    ["505.15", "A"],
  ]);
});

it("B4: a letter that was lost is told, and an error where a code, a date or a number lost it", async () => {
  const rows = ["2026-11-18,USD,KGS,87.45,a\uFFFD", "2026-11-\uFFFD9,USD,KGS,87.45,"];
  const text = ["date,base,quote,rate,note", ...rows, "2026-11-20,US\uFFFD,KGS,87.45,", ""];
  const { drafts, errors, notices } = await readText(text.join("\n"), nbkr);
  expect(drafts).toMatchObject([{ line: 2 }]);
  expect(errors.map(({ line, code }) => [line, code])).toEqual([
    [3, "not-a-period"],
    [4, "unknown-code"],
  ]);
  expect(notices).toMatchObject([{ code: "replaced-character", line: 2 }]);
  expect(notices[0]!.message).toContain("3 times");
});

it("a status column is kept, for a missing value too, and `A` does not make one normal", async () => {
  const cells = ["87.4500,P", "87.4500,", "87.4500,a", ",H", ",A", ","];
  const lines = cells.map((cell, at) => `FX/D.USD.KGS.NBKR,2026-11-1${at},${cell}`);
  const { drafts } = await readText(["series,period,value,status", ...lines].join("\n"));
  expect(drafts.map(({ status }) => status)).toEqual(["P", "A", "A", "H", "M", "M"]);
});

it("in a survey (22.1) is of low reliability and * is suppressed", async () => {
  const { drafts } = await readText(survey("(22.1)", "*", "9.8"));
  expect(drafts.map(({ value, status }) => [value, status])).toEqual([
    ["22.1", "U"],
    [null, "Q"],
    ["9.8", "A"],
  ]);
});

it("outside surveys (22.1) is below zero", async () => {
  const text = "TRADE/A.KZ.EXPORTS.PC_GDP,2016,(22.1)";
  const { drafts } = await readText(`series,period,value\n${text}\n`);
  expect(drafts).toMatchObject([{ value: "-22.1", status: "A" }]);
});

it("FREQ says what a first-of-period date is", async () => {
  const text =
    "FREQ,BASE,QUOTE,SOURCE,TIME_PERIOD,OBS_VALUE\nM,USD,KGS,NBKR,2026-11-01,87.4\nA,USD,KGS,NBKR,2026-01-01,87.4\n";
  const { drafts } = await readText(text);
  expect(drafts.map(({ series, start }) => [series, start])).toEqual([
    ["FX/M.USD.KGS.NBKR", "2026-11-01"],
    ["FX/A.USD.KGS.NBKR", "2026-01-01"],
  ]);
});

it("C3: an old currency is read in its years, and a year that it lived in counts", async () => {
  const rows = ["1998-12-31,USD,RUR,20.65", "1999-06-01,USD,RUR,24.00", "2000,USD,TJR,1500"];
  const { drafts, errors } = await readText(rates(...rows), nbkr);
  expect(drafts.map(({ series }) => series)).toEqual(["FX/D.USD.RUR.NBKR", "FX/A.USD.TJR.NBKR"]);
  expect(errors).toMatchObject([{ line: 3, code: "retired-code" }]);
  expect(errors[0]!.message).toContain("RUB took its place");
});

it.each(["nbrk", "NBRK", "NB_RK_2"])("an open dimension takes the new code %s", async (source) => {
  const { drafts } = await readText(rates("2026-11-20,USD,KGS,87.4500"), { source });
  expect(drafts[0]!.series).toBe(`FX/D.USD.KGS.${source.toUpperCase()}`);
});

it("a file that names another source than the request is refused, row by row", async () => {
  const text = "date,base,quote,rate,source\n2026-11-20,USD,KGS,87.4500,CBR\n";
  const { drafts, errors } = await readText(text, nbkr);
  expect(drafts).toEqual([]);
  expect(errors).toMatchObject([{ line: 2, column: "source", text: "CBR" }]);
});

it("a row of a wide file that has no period is told once", async () => {
  const { errors } = await readText(
    "date,USD/KGS,USD/KZT\n2026-11-18,87.4500,505.15\nsoon,87.4500,505.15\n2026-11-20,87.4500,505.15\n",
    nbkr,
  );
  expect(errors).toMatchObject([{ line: 3, column: "date", text: "soon", code: "not-a-period" }]);
});

it("T5, T12: blank lines are counted, # lines are listed", async () => {
  const text = rates("", "2026-11-20,USD,KGS,87.4500", "   ", ",,,", "# Source: NBKR", "");
  const { drafts, errors, notices } = await readText(text, nbkr);
  expect([drafts.length, errors.length]).toEqual([1, 0]);
  expect(notices).toMatchObject([
    { line: 6, code: "skipped-line", text: "# Source: NBKR" },
    { line: 2, code: "blank-line" },
  ]);
  expect(notices[1]!.message).toContain("4 times");
});

it("T8: a trailing delimiter without values is no column", async () => {
  const { drafts } = await readText("date,USD/KGS,\n2026-11-20,87.4500,\n", nbkr);
  expect(drafts).toHaveLength(1);
});

it("line numbers are physical below a BOM, quoted line breaks and mixed endings", async () => {
  const text =
    '\uFEFFdate,base,quote,rate,note\r\n2026-11-18,USD,KGS,1,"a\r\nb"\r\n\r2026-11-19,USD,KGS,2,\n2026-11-20,USD,KGS,3,""';
  const { drafts } = await readText(text, nbkr);
  expect(drafts.map(({ line, value }) => [line, value])).toEqual([
    [2, "1"],
    [5, "2"],
    [6, "3"],
  ]);
});
