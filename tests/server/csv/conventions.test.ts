import { expect, it } from "vitest";
import type { Mapping } from "../../../server/contract/mapping.ts";
import type { KursError } from "../../../server/domain/kurs-error.ts";
import { readText } from "../../support/csv.ts";

const nbkr = { source: "NBKR" };
/** A bank's own layout: not Kurs's, so that nothing is settled beforehand. */
const mapping: Mapping = {
  dataset: "FX",
  dimensions: { BASE: { value: "USD" }, QUOTE: { value: "KGS" } },
};
const bank = (rows: readonly string[], rest: Mapping = {}) =>
  readText(["day;curs", ...rows, ""].join("\n"), { mapping: { ...mapping, ...rest }, ...nbkr });
const asked = async (reading: Promise<unknown>) => {
  const error: unknown = await reading.catch((e: unknown) => e);
  return (error as KursError).members;
};
const month = (at: number) => String((at % 12) + 1).padStart(2, "0");
const days = (...values: string[]) => values.map((value, at) => `2026-11-${at + 10};${value}`);

it.each([
  ["N1: four digits behind a comma", ["87,4500", "1"], ",", "87.4500"],
  ["N1: four digits behind a point", ["87.4500", "12.345"], ".", "87.4500"],
  ["N3: both separators, the last is before the decimals", ["1,234.56", "1,234"], ".", "1234.56"],
  ["N3: both separators, the other way", ["1.234,56", "1.234"], ",", "1234.56"],
  ["N3: an apostrophe between thousands", ["1'234.56"], ".", "1234.56"],
  ["N4: a leading zero", ["0.123", "1.234"], ".", "0.123"],
  ["N4: two groups", ["1.234.567", "2.345"], ",", "1234567"],
  ["N4: four digits in front", ["1234,567"], ",", "1234.567"],
  ["N2: a space between thousands", ["12 034,567"], ",", "12034.567"],
  ["N2: no-break spaces", ["12\u00a0034,5", "1\u202f034,5"], ",", "12034.5"],
  ["whole numbers", ["87", "88"], ".", "87"],
] as const)("%s decides the whole column", async (_, values, decimal, first) => {
  const { recognised, drafts, errors } = await bank(days(...values));
  expect(errors).toEqual([]);
  expect(recognised.mapping.decimal).toBe(decimal);
  expect(drafts[0]!.value).toBe(first);
});

it.each([["12.345"], ["1,234"], ["1.000"], ["1.234", "5,678"]])(
  "N4: a column of nothing but %s is asked about, never assumed",
  async (...values) => {
    const reading = bank(days(...values));
    await expect(reading).rejects.toMatchObject({ kind: "needs-mapping" });
    const { missing, candidates, sample } = await asked(reading);
    expect([missing, candidates]).toEqual([["decimal"], { decimal: [".", ","] }]);
    expect((sample as string[])[0]).toContain(values[0]);
  },
);

it("N4: the mapping settles it, and so does a layout that is defined to have a point", async () => {
  expect((await bank(days("12.345"), { decimal: "," })).drafts[0]!.value).toBe("12345");
  const own = await readText("date,base,quote,rate\n2026-11-20,USD,KGS,87.455\n", nbkr);
  expect(own.drafts[0]!.value).toBe("87.455");
  const comma = readText('date,base,quote,rate\n2026-11-20,USD,UZS,"12,345"\n', nbkr);
  await expect(comma).rejects.toMatchObject({ kind: "needs-mapping" });
});

it("N4: nor does a column settle it that has decimals behind both signs", async () => {
  const mixed = days("87.45", "87.46", "87,47", "87,450");
  expect((await asked(bank(mixed))).missing).toEqual(["decimal"]);
  expect((await bank(mixed.slice(0, 3))).errors).toMatchObject([{ line: 4, text: "87,47" }]);
});

it("N4: one mistyped comma makes no thousands of a layout that is defined to have a point", async () => {
  const rates = ["10.927", "10.931", "10,9"].map((rate, at) => `2026-11-1${at};USD;TJS;${rate}`);
  const own = readText(["date;base;quote;rate", ...rates, ""].join("\n"), nbkr);
  expect((await asked(own)).missing).toEqual(["decimal"]);
});

it("N1: a value that does not follow its column is refused, not bent", async () => {
  const { errors } = await bank(days("87,4500", "87,4512", "87.4600"));
  expect(errors).toMatchObject([{ line: 4, code: "not-a-number", text: "87.4600" }]);
});

it.each(["₸470,25", "470,25 ₸", "470,25 сом", "$470,25"])(
  "N12: a sign of money is taken off when every number has it: %s",
  async (text) => {
    const { recognised, drafts } = await bank(days(text, text.replace("470", "471")));
    expect(drafts.map(({ value }) => value)).toEqual(["470.25", "471.25"]);
    expect(recognised.mapping.unit).toMatch(/^(?:₸|сом|\$)$/);
  },
);

it("N12: a sign of money that only some numbers have is an error", async () => {
  const { errors } = await bank(days("470,25", "₸471,25"));
  expect(errors).toMatchObject([{ line: 3, code: "not-a-number" }]);
});

it.each([
  ["470,25*", "footnote-mark", "*"],
  ["470,25¹", "footnote-mark", "¹"],
  ["'470,25", "unwrapped", "'"],
] as const)("N12, N15: %s is read, with a notice", async (text, code, mark) => {
  const { drafts, notices } = await bank(days("1,5", text));
  expect(drafts[1]!.value).toBe("470.25");
  expect(notices).toMatchObject([{ code, text: mark, line: 3 }]);
});

it('N15: ="470.25" is unwrapped, and any other = is text', async () => {
  const rows = days('"=""470.25"""', "=1+1", "1.5", '="471.25"');
  const { drafts, errors, notices } = await bank(rows);
  expect(drafts.map(({ value }) => value)).toEqual(["470.25", "1.5", "471.25"]);
  expect(errors).toMatchObject([{ line: 3, code: "not-a-number" }]);
  expect(notices).toMatchObject([{ code: "unwrapped", line: 2 }]);
  expect(notices[0]!.message).toContain("2 times");
});

it("N15: a whole column of Excel's text is read, and its decimal sign is found", async () => {
  const texts = Array.from({ length: 300 }, (_, at) => `="1.234,${at}"`);
  const rows = texts.map((text, at) => `${2000 + Math.floor(at / 12)}-${month(at)};${text}`);
  const { drafts, errors, recognised } = await bank(rows);
  expect([drafts.length, errors.length, recognised.mapping.decimal]).toEqual([300, 0, ","]);
  expect(drafts[7]!.value).toBe("1234.7");
});

it("N11: per cent is read where the unit is per cent, and nowhere else", async () => {
  const trade = 'series,period,value\nTRADE/A.KZ.EXPORTS.PC_GDP,2016,"1,613.33%"\n';
  expect((await readText(trade)).drafts[0]!.value).toBe("1613.33");
  const { errors } = await bank(days("1,5", "0,70%"));
  expect(errors).toMatchObject([{ line: 3, code: "not-a-number" }]);
  expect(errors[0]!.message).toContain("percentage");
});

it.each([
  ["2026-05-24", "2026-05-24", undefined],
  ["24.05.2026", "2026-05-24", "DD.MM.YYYY"],
  ["20220123", "2022-01-23", "YYYYMMDD"],
  ["2026.05.24", "2026-05-24", "YYYY.MM.DD"],
  ["24/05/2026", "2026-05-24", "DD/MM/YYYY"],
  ["05/24/2026", "2026-05-24", "MM/DD/YYYY"],
  ["4/25/2026", "2026-04-25", "M/D/YYYY"],
  ["03-Jan-2023", "2023-01-03", "D-MMM-YYYY"],
  ["17 Mar 2026", "2026-03-17", "D MMM YYYY"],
  ["Aug 30, 2019", "2019-08-30", "MMM D, YYYY"],
  ["9 мая 2024 г.", "2024-05-09", "D MMM YYYY"],
  ["9 мамыр 2024", "2024-05-09", "D MMM YYYY"],
  ["9-may, 2024", "2024-05-09", "D-MMM, YYYY"],
  ["2025M07D08", "2025-07-08", "YYYY[M]MM[D]DD"],
  ["2020Q1", "2020-01-01", undefined],
  ["2020M02", "2020-02-01", undefined],
  ["2023", "2023-01-01", undefined],
  ["2026-04-01T00:00:00+06:00", "2026-04-01", undefined],
  ["24.05.2026 00:00", "2026-05-24", "DD.MM.YYYY"],
  ["сентябрь 2024", "2024-09-01", "MMM YYYY"],
  ["09.2024", "2024-09-01", "MM.YYYY"],
])("D1, D6, D7: a column of %s is found to be %s", async (text, start, dateFormat) => {
  const { recognised, drafts } = await bank([`${text};87.45`]);
  expect(drafts.map((draft) => draft.start)).toEqual([start]);
  expect(recognised.mapping.dateFormat).toBe(dateFormat);
});

it.each([
  ["D2: no part over 12", ["03/04/2025", "04/05/2025"], ["DD/MM/YYYY", "MM/DD/YYYY"]],
  ["D2: with dashes", ["03-04-2025", "05-04-2025"], ["DD-MM-YYYY", "MM-DD-YYYY"]],
  ["D3: year-day-month throughout", ["2024-25-03", "2024-04-03"], ["YYYY-DD-MM"]],
  ["D4: Excel's serial days", ["45678", "45679"], ["EXCEL", "EXCEL-1904"]],
  ["D5: two digits of a year", ["24.05.26", "25.05.26"], ["DD.MM.YY"]],
])("%s is asked about, with candidates and lines", async (_, dates, candidates) => {
  const reading = bank(dates.map((date) => `${date};87.45`));
  await expect(reading).rejects.toMatchObject({ kind: "needs-mapping" });
  expect(await asked(reading)).toMatchObject({
    missing: ["dateFormat"],
    candidates: { dateFormat: candidates },
    sample: dates.map((date) => `${date} | 87.45`),
  });
  for (const dateFormat of candidates) {
    const { drafts } = await bank(
      dates.map((date) => `${date};87.45`),
      { dateFormat },
    );
    expect(drafts, dateFormat).toHaveLength(2);
  }
});

it("D2: one day over 12, far down, decides for all rows", async () => {
  const rows = Array.from(
    { length: 29 },
    (_, at) => `03/${String((at % 12) + 1).padStart(2, "0")}/${1995 + at};1.5`,
  );
  const { recognised, drafts } = await bank([...rows, "03/25/2025;1.5"]);
  expect(recognised.mapping.dateFormat).toBe("MM/DD/YYYY");
  expect(drafts[0]!.start).toBe("1995-03-01");
});

it("D10, D11: an impossible day is refused, the newest may come first", async () => {
  const { drafts, errors } = await bank([
    "24.05.2026;1.5",
    "31.02.2026;1.5",
    "00.00.0000;1.5",
    "23.05.2026;1.6",
  ]);
  expect(drafts.map(({ start }) => start)).toEqual(["2026-05-24", "2026-05-23"]);
  expect(errors.map(({ line, code }) => [line, code])).toEqual([
    [3, "not-a-period"],
    [4, "not-a-period"],
  ]);
});

it("an impossible day on the last line is an error, no footer", async () => {
  const { errors } = await bank(["24.05.2026;1.5", "31.02.2026;1.5"]);
  expect(errors).toMatchObject([{ line: 3, code: "not-a-period" }]);
});

it("who publishes, the order of the dates and the decimal sign are asked at once, for nobody likes to be asked twice", async () => {
  const reading = readText("date;USD/KGS\n03/04/2025;12,345\n");
  const { missing, candidates } = await asked(reading);
  expect(missing).toEqual(["dimensions.SOURCE", "dateFormat", "decimal"]);
  expect(candidates).toMatchObject({ dateFormat: ["DD/MM/YYYY", "MM/DD/YYYY"] });
  await expect(reading).rejects.toThrow(
    /Say who publishes.*No row of the file tells how its dates/,
  );
});

it("both questions are asked at once", async () => {
  const { missing } = (await asked(bank(["03/04/2025;12.345"]))) as { missing: string[] };
  expect(missing).toEqual(["dateFormat", "decimal"]);
});
