import { expect, it } from "vitest";
import type { Mapping } from "../../../server/contract/mapping.ts";
import { readText } from "../../support/csv.ts";

const nbkr = { source: "NBKR" };
const header = "date,base,quote,rate";
const row = (day: number, rate = "87.4500") => `2026-11-${day},USD,KGS,${rate}`;
const lines = (...texts: string[]) => `${texts.join("\n")}\n`;
const brief = async (...args: Parameters<typeof readText>) =>
  (await readText(...args)).drafts.map(({ series, start, value }) => `${series} ${start} ${value}`);

it("T3: lines above the header are passed over, and the report says how many", async () => {
  const text = lines(
    "Official rates, National Bank",
    "",
    "Printed,21.11.2026",
    header,
    row(19),
    row(20),
  );
  const { recognised, drafts } = await readText(text, nbkr);
  expect(recognised.mapping.skipRows).toBe(3);
  expect(drafts.map(({ line }) => line)).toEqual([5, 6]);
});

it("T4, T5: units below the header and notes at the foot are listed", async () => {
  const text = lines(
    header,
    "day,code,code,som",
    row(19),
    row(20),
    "Source: NBKR, 2026",
    "* provisional",
  );
  const { drafts, errors, notices } = await readText(text, nbkr);
  expect([drafts.length, errors.length]).toEqual([2, 0]);
  expect(notices.map(({ line, text }) => [line, text])).toEqual([
    [2, "day,code,code,som"],
    [5, "Source: NBKR, 2026"],
    [6, "* provisional"],
  ]);
});

it("T5: a line between the rows that is no row is an error, never a note", async () => {
  const { errors } = await readText(lines(header, row(18), "Weekend", row(20)), nbkr);
  expect(errors).toMatchObject([{ line: 3, code: "wrong-field-count" }]);
});

it("T6: the same header again is passed over", async () => {
  const { drafts, notices } = await readText(lines(header, row(19), header, row(20)), nbkr);
  expect(drafts).toHaveLength(2);
  expect(notices).toMatchObject([{ line: 3, code: "skipped-line" }]);
});

it("T6: another table below the first is refused, with words", async () => {
  const text = lines(
    "date,USD/KGS,EUR/KGS",
    "2026-11-19,87.45,95.01",
    "date,USD/KZT,EUR/KZT",
    "2026-11-19,505.15,551.20",
  );
  await expect(readText(text, nbkr)).rejects.toThrow("several tables");
});

it("T8: empty cells under an empty header are nothing, in the header or in the rows only", async () => {
  for (const text of [lines(`${header},`, row(19)), lines(header, `${row(19)},`)]) {
    expect(await brief(text, nbkr)).toHaveLength(1);
  }
});

it("T11: quotes may be letters, when the mapping says so", async () => {
  const text = lines(`${header},note`, `${row(19)},5" pipe`, `${row(20)},"`);
  const { drafts, errors } = await readText(text, { mapping: { quotes: "text" }, ...nbkr });
  expect([drafts.length, errors.length]).toEqual([2, 0]);
});

it("a file without a header, mapped by index, keeps its first row, with or without being told so", async () => {
  const columns: Mapping = {
    period: { index: 0 },
    value: { index: 2 },
    dimensions: { BASE: { index: 1 }, QUOTE: { value: "KGS" } },
  };
  const text = lines("02012024;USD;89,0853", "31012024;USD;89,3612");
  for (const mapping of [columns, { ...columns, header: false as const }]) {
    const { recognised, drafts } = await readText(text, { mapping, ...nbkr });
    expect(drafts.map(({ line, start, value }) => [line, start, value])).toEqual([
      [1, "2024-01-02", "89.0853"],
      [2, "2024-01-31", "89.3612"],
    ]);
    expect(recognised.mapping).toMatchObject({
      header: false,
      dateFormat: "DDMMYYYY",
      decimal: ",",
    });
  }
});

it("a period may stand once, above the rows; a second such line is another table", async () => {
  const mapping: Mapping = {
    skipRows: 1,
    header: false,
    period: { line: 1, index: 1 },
    value: { index: 3 },
    nominal: { index: 2 },
    dimensions: { BASE: { index: 1 }, QUOTE: { value: "TJS" } },
  };
  const text = lines("DATE; 2026-05-18", "840; USD; 1; 9.3450", "860; UZS; 1000; 0.7750");
  expect(await brief(text, { mapping, ...nbkr })).toEqual([
    "FX/D.USD.TJS.NBKR 2026-05-18 9.3450",
    "FX/D.UZS.TJS.NBKR 2026-05-18 0.0007750",
  ]);
  const two = readText(text + lines("DATE; 2026-05-19", "840; USD; 1; 9.3500"), {
    mapping,
    ...nbkr,
  });
  await expect(two).rejects.toThrow("several tables");
});

it("T5: notes below a table that is wide by year are listed", async () => {
  const mapping: Mapping = {
    dataset: "TRADE",
    wide: { period: true, pattern: "^\\d{4}" },
    dimensions: { REF_AREA: "Code", FLOW: { value: "EXPORTS" }, UNIT_MEASURE: { value: "PC_GDP" } },
  };
  const text = lines(
    "Code,2021 [YR2021],2022 [YR2022]",
    "KZ,32.9,..",
    "KG,36.482,32.1",
    ",,",
    "Last Updated: 05/28/2026,,",
  );
  const { drafts, errors, notices } = await readText(text, { mapping });
  expect(drafts.map(({ start, value }) => [start, value])).toEqual([
    ["2021-01-01", "32.9"],
    ["2021-01-01", "36.482"],
    ["2022-01-01", "32.1"],
  ]);
  expect(errors).toEqual([]);
  expect(notices.map(({ line, code }) => [line, code])).toEqual([
    [5, "skipped-line"],
    [2, "missing-marker"],
    [4, "blank-line"],
  ]);
});

it("T7: equal headers that nobody reads are no matter; a pattern that takes both is refused", async () => {
  const text = lines("date,rate,flag,flag", "2026-11-20,87.45,a,b");
  const mapping: Mapping = {
    value: "rate",
    dimensions: { BASE: { value: "USD" }, QUOTE: { value: "KGS" } },
  };
  expect(await brief(text, { mapping, ...nbkr })).toHaveLength(1);
  const wide: Mapping = {
    wide: { dimension: "BASE", pattern: "^USD$" },
    dimensions: { QUOTE: { value: "KGS" } },
  };
  const both = readText(lines("date,USD,USD", "2026-11-20,87.45,87.46"), {
    mapping: wide,
    ...nbkr,
  });
  await expect(both).rejects.toThrow("Several columns are called USD");
});

it("T13, T14: headers may be currencies, with the pivot told and nominals in them", async () => {
  const mapping: Mapping = { dimensions: { QUOTE: { value: "KZT" } } };
  expect(
    await brief(lines("date,KGS,100JPY", "2026-11-20,5.77,330.10"), { mapping, ...nbkr }),
  ).toEqual(["FX/D.KGS.KZT.NBKR 2026-11-20 5.77", "FX/D.JPY.KZT.NBKR 2026-11-20 3.3010"]);
  const unsaid = readText(lines("date,USD,JPY", "2026-11-20,1.1342,162.51"), nbkr);
  await expect(unsaid).rejects.toMatchObject({
    kind: "needs-mapping",
    members: { missing: ["dimensions.BASE", "dimensions.QUOTE"] },
  });
});

it.each(["USDKZT", "USD_KZT", "USD-KZT", "USD/KZT", "1 USD/KZT"])(
  "T14: the header %s is a pair",
  async (name) => {
    expect(await brief(lines(`date,${name}`, "2026-11-20,505.15"), nbkr)).toEqual([
      "FX/D.USD.KZT.NBKR 2026-11-20 505.15",
    ]);
  },
);

it("T14: USD_quant beside USD is its nominal", async () => {
  const mapping: Mapping = { dimensions: { QUOTE: { value: "KZT" } } };
  const text = lines("date,USD_quant,USD,UZS_quant,UZS", "2026-11-20,1,505.15,100,4.2");
  expect(await brief(text, { mapping, ...nbkr })).toEqual([
    "FX/D.USD.KZT.NBKR 2026-11-20 505.15",
    "FX/D.UZS.KZT.NBKR 2026-11-20 0.042",
  ]);
});

it.each([
  ["Дата;Код;Номинал;Курс", "ru"],
  ["Күні;Валюта;Количество;Бағам", "kk"],
  ["Күнү;Код;Бирлик;Курс", "ky"],
  ["Sana;Valyuta;Nominal;Kurs", "uz"],
  ["Сана;Асъор;Номинал;Қурс", "tg"],
])("T16: the headers %s (%s) are known", async (names) => {
  const text = lines(names, "20.11.2026;USD;1;505,15");
  expect(await brief(text, { set: { QUOTE: "KZT" }, dataset: "FX", ...nbkr })).toEqual([
    "FX/D.USD.KZT.NBKR 2026-11-20 505.15",
  ]);
});

it("in a wide file an empty cell or a marker says nothing, and is counted", async () => {
  const { drafts, notices } = await readText(
    lines("date,USD/KGS,USD/KZT", "2026-11-19,87.45,", "2026-11-20,N/A,505.15"),
    nbkr,
  );
  expect(drafts.map(({ value }) => value)).toEqual(["87.45", "505.15"]);
  expect(notices.map(({ code, text }) => [code, text])).toEqual([
    ["missing-marker", ""],
    ["missing-marker", "N/A"],
  ]);
});

it("rows keeps the rows that it names, and counts the others", async () => {
  const text = lines(`kind,${header}`, `cash,${row(19)}`, `official,${row(20)}`);
  const { drafts, notices } = await readText(text, {
    mapping: { rows: { kind: ["Official"] } },
    ...nbkr,
  });
  expect(drafts).toMatchObject([{ line: 3 }]);
  expect(notices).toMatchObject([{ code: "skipped-line", line: 2 }]);
});

it("a cause that every row shares is told once, for the file", async () => {
  const text = lines(header, ...[10, 11, 12].map((day) => `2026-11-${day},Доллар США,KGS,87.45`));
  const reading = readText(text, nbkr);
  await expect(reading).rejects.toMatchObject({ kind: "needs-mapping" });
  await expect(reading).rejects.toThrow(/None of the 3 rows.*Did you mean USD/);
});

it("a column without any period is told once", async () => {
  const reading = readText(lines(header, "soon,USD,KGS,1", "later,USD,KGS,2"), nbkr);
  await expect(reading).rejects.toMatchObject({ kind: "needs-mapping" });
  await expect(reading).rejects.toThrow("No row of column date has a period");
});

it("B3: KZ-1048 has the Kazakh letters", async () => {
  const bytes = Buffer.concat([
    Buffer.from("date,base,quote,rate,"),
    Buffer.from("8de0ebe00a", "hex"),
    Buffer.from(`${row(19)},x\n`),
  ]);
  const { recognised } = await readText(bytes, { mapping: { encoding: "KZ-1048" }, ...nbkr });
  expect([recognised.encoding, recognised.header[4]]).toEqual(["kz-1048", "Қала"]);
});
