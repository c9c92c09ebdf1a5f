import { describe, expect, it } from "vitest";
import type { Mapping } from "../../../server/contract/mapping.ts";
import { readText, shapeOf, withFile, readFile } from "../../support/csv.ts";

const som = { QUOTE: { value: "KGS" }, SOURCE: { value: "NBKR" } };
const read = (text: string, mapping: Mapping = {}) =>
  readText(text, { mapping: { dimensions: som, ...mapping } });
const values = async (text: string, mapping: Mapping) =>
  (await read(text, mapping)).drafts.map(({ value }) => value);

describe("C6: a nominal that nothing reads is asked for, for any rate would look like a right one", () => {
  const units = (name: string) =>
    `Дата;Код;${name};Курс\n05.01.2024;USD;1;89,0853\n05.01.2024;JPY;10;6,1850\n08.01.2024;UZS;;0,7210\n`;

  it.each(["Единиц валюты", "units", "За", "Адад"])("in a column %s", async (name) => {
    await expect(read(units(name))).rejects.toMatchObject({
      kind: "needs-mapping",
      members: { missing: ["nominal"], candidates: { nominal: [name] } },
    });
    await expect(read(units(name))).rejects.toThrow(`"nominal": "${name}"`);
  });

  it("and read where the mapping tells it", async () => {
    const text = units("units").replace(";;", ";100;");
    expect(await values(text, { nominal: "units" })).toEqual(["89.0853", "0.61850", "0.007210"]);
    const forOne = { nominal: { value: "1" } };
    expect(await values(text, forOne)).toEqual(["89.0853", "6.1850", "0.7210"]);
  });

  it("beside rates by day", async () => {
    const text = "Код;Ед.;05.01.2024;08.01.2024\nUSD;1;89,0853;89,10\nJPY;100;62,5;62,6\n";
    const mapping = { dataset: "FX", dimensions: { ...som, BASE: "Код" } };
    await expect(read(text, mapping)).rejects.toThrow(`"nominal": "Ед."`);
  });

  it("in the name of the column of rates", async () => {
    const text = "date,code,Rate per 100\n2024-01-05,JPY,61.85\n";
    const told: Mapping = { value: "Rate per 100" };
    await expect(read(text, told)).rejects.toThrow(/^Rate per 100 is named/);
    expect(await values(text, { ...told, nominal: { value: "100" } })).toEqual(["0.6185"]);
  });

  it("in what the file writes for a code", async () => {
    const text = "Дата;Валюта;Курс\n05.01.2024;100 японских иен;61,85\n";
    const by = (code: string | { code: string; nominal?: number }): Mapping => ({
      dimensions: { ...som, BASE: { column: "Валюта", codes: { "100 японских иен": code } } },
    });
    await expect(read(text, by("JPY"))).rejects.toThrow("100 японских иен is named");
    expect(await values(text, by({ code: "JPY", nominal: 100 }))).toEqual(["0.6185"]);
    expect(await values(text, by({ code: "JPY" }))).toEqual(["61.85"]);
  });

  it("in the header of one of several currencies, or beside it", async () => {
    const wide = (columns: Record<string, string>): Mapping => ({
      wide: { dimension: "BASE", columns },
    });
    const named = "Date,USD,JPY (100)\n2024-01-05,89.1,61.85\n";
    const asked = { kind: "needs-mapping", members: { missing: ["wide"] } };
    await expect(read(named, wide({ USD: "USD", "JPY (100)": "JPY" }))).rejects.toMatchObject(
      asked,
    );
    const quant = "Date,USD_quant,USD,JPY_qnt,JPY\n2024-01-05,1,89.1,100,61.85\n";
    await expect(read(quant)).rejects.toMatchObject(asked);
  });
});

it("C6: neither a column of other numbers, nor of days, nor of 1 alone, nor a day in a name is a nominal", async () => {
  const text =
    "date,code,month,lot,change,Rate on 10.10.2024 (10:00)\n2024-10-10,USD,10,1,10,85.1\n2024-10-11,USD,10,1,12,85.2\n";
  expect(await values(text, { period: "date", value: "Rate on 10.10.2024 (10:00)" })).toEqual([
    "85.1",
    "85.2",
  ]);
});

it("C6: the nominal is asked for together with the order of the dates", async () => {
  const text = "date,code,units,rate\n03/04/2025,JPY,100,61.85\n";
  await expect(read(text)).rejects.toMatchObject({
    members: { missing: ["dateFormat", "nominal"] },
  });
});

describe("C6: a power of ten that nothing reads refuses the row", () => {
  const trade = (column: string, text: string) =>
    `FREQ,REF_AREA,FLOW,UNIT_MEASURE,TIME_PERIOD,OBS_VALUE,${column}\nA,KG,EXPORTS,USD_MN,2024,35.5,${text}\n`;
  const readTrade = (text: string) =>
    withFile(text, (path) => readFile(path, { dataset: "TRADE" }, [shapeOf("trade")]));

  it.each([
    ["UNIT_MULT", "6"],
    ["SCALE", "3"],
    ["SCALE", "Millions"],
    ["UNIT_MULT:Unit Multiplier", "6: Millions"],
  ])("%s of %s", async (column, text) => {
    const { drafts, errors } = await readTrade(trade(column, text));
    expect(drafts).toEqual([]);
    expect(errors).toMatchObject([{ code: "bad-nominal", line: 2, column, text }]);
  });

  it.each([
    ["UNIT_MULT", "0"],
    ["SCALE", "Units"],
    ["UNIT_MULT:Unit Multiplier", "0: Units"],
    ["SCALE", ""],
  ])("but not %s of %s", async (column, text) => {
    expect((await readTrade(trade(column, text))).drafts).toMatchObject([{ value: "35.5" }]);
  });
});
