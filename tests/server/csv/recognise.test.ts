import { describe, expect, it } from "vitest";
import { readText } from "../../support/csv.ts";

const nbkr = { source: "NBKR" };

/** Each observation in one line. */
const brief = async (...args: Parameters<typeof readText>) => {
  const { drafts, errors } = await readText(...args);
  expect(errors).toEqual([]);
  return drafts.map(({ series, start, value }) => `${series} ${start} ${value}`);
};

describe("recognised without a mapping", () => {
  it("date,base,quote,rate is of the dataset of rates, by the source of the request", async () => {
    const { recognised } = await readText(
      "date,base,quote,rate\n2026-11-20,USD,KGS,87.4500\n",
      nbkr,
    );
    expect(recognised.mapping).toEqual({
      dataset: "FX",
      encoding: "utf-8",
      delimiter: ",",
      decimal: ".",
      skipRows: 0,
      period: "date",
      value: "rate",
      missing: [],
      dimensions: { BASE: "base", QUOTE: "quote", SOURCE: { value: "NBKR" } },
    });
  });

  it.each([
    ["year", "2024", "A", "2024-01-01"],
    ["period", "2026-Q3", "Q", "2026-07-01"],
    ["Date", "2026-11-20", "D", "2026-11-20"],
    ["Дата", "2026-11", "M", "2026-11-01"],
  ])(
    "the first column may be %s, and %s makes the frequency %s",
    async (name, text, freq, start) => {
      expect(await brief(`${name},base,quote,rate\n${text},usd, KGS ,87.4500\n`, nbkr)).toEqual([
        `FX/${freq}.USD.KGS.NBKR ${start} 87.4500`,
      ]);
    },
  );

  it("nominal and source may stand in columns, in any order", async () => {
    const text = "source,nominal,date,base,quote,rate\nCBR,100,2026-11-20,JPY,KGS,57.1000\n";
    expect(await brief(text)).toEqual(["FX/D.JPY.KGS.CBR 2026-11-20 0.571000"]);
  });

  it("T14: date,USD/KGS,USD/KZT is wide by pair", async () => {
    const text = "date,USD/KGS,USD/KZT\n2026-11-20,87.4500,505.15\n";
    expect(await brief(text, nbkr)).toEqual([
      "FX/D.USD.KGS.NBKR 2026-11-20 87.4500",
      "FX/D.USD.KZT.NBKR 2026-11-20 505.15",
    ]);
  });

  it("series,period,value[,status] is of any datasets", async () => {
    const text =
      "series,period,value,status\nFX/D.USD.KGS.NBKR,2026-11-20,87.4500,\nTRADE/A.KZ.EXPORTS.PC_GDP,2016,4.62,E\n";
    expect(await brief(text)).toEqual([
      "FX/D.USD.KGS.NBKR 2026-11-20 87.4500",
      "TRADE/A.KZ.EXPORTS.PC_GDP 2016-01-01 4.62",
    ]);
  });

  it.each([
    ["SDMX-CSV 1.0", "DATAFLOW,", "KURS:FX(1.0),"],
    ["SDMX-CSV 2.0", "STRUCTURE,STRUCTURE_ID,ACTION,", "dataflow,KURS:FX(1.0),M,"],
    ["SDMX-CSV without structure columns", "", ""],
  ])("%s is read", async (_, head, first) => {
    const text = `${head}FREQ,BASE,QUOTE,SOURCE,TIME_PERIOD,OBS_VALUE,OBS_STATUS\n${first}D,USD,KGS,NBKR,2026-11-20,87.4500,A\n`;
    expect(await brief(text)).toEqual(["FX/D.USD.KGS.NBKR 2026-11-20 87.4500"]);
  });

  it("an unknown structure or dataset is told with those that there are", async () => {
    const text = "DATAFLOW,FREQ,TIME_PERIOD,OBS_VALUE\nECB:EXR(1.0),D,2026-11-20,1\n";
    await expect(readText(text)).rejects.toMatchObject({ kind: "unknown-dataset" });
    await expect(readText(text, { dataset: "EXR" })).rejects.toThrow("There are FX, TRADE, SURVEY");
  });

  it("T2: a first line sep=; is honoured and not read", async () => {
    const text = "sep=;\ndate;base;quote;rate\n2026-11-20;USD;KGS;87.4500\n";
    expect(await brief(text, nbkr)).toEqual(["FX/D.USD.KGS.NBKR 2026-11-20 87.4500"]);
  });

  it.each([";", "\t", "|"])("T1: the delimiter %j is found", async (delimiter) => {
    const text = `date,base,quote,rate\n2026-11-20,USD,KGS,87.4500\n`.replaceAll(",", delimiter);
    expect((await readText(text, nbkr)).recognised.delimiter).toBe(delimiter);
  });

  it("T1: a space behind the delimiter is no part of a cell", async () => {
    const text = "date, base, quote, rate\n2026-11-20, USD, KGS, 87.4500\n";
    expect(await brief(text, nbkr)).toEqual(["FX/D.USD.KGS.NBKR 2026-11-20 87.4500"]);
  });

  it("T1: where ; and a comma both cut the lines, the comma is a decimal sign", async () => {
    const text = "date;rate\n2026-11-19;87,4500\n2026-11-20;87,4512\n";
    const set = { BASE: "USD", QUOTE: "KGS" };
    const { recognised, drafts } = await readText(text, { dataset: "FX", set, ...nbkr });
    expect([recognised.delimiter, recognised.mapping.decimal]).toEqual([";", ","]);
    expect(drafts.map(({ value }) => value)).toEqual(["87.4500", "87.4512"]);
  });

  it("T17: headers named __proto__ and constructor are headers like others", async () => {
    const text = "__proto__,constructor,date,base,quote,rate\n1,2,2026-11-20,USD,KGS,87.4500\n";
    expect(await brief(text, nbkr)).toEqual(["FX/D.USD.KGS.NBKR 2026-11-20 87.4500"]);
  });
});

describe("with a mapping", () => {
  it("names become codes only by codes, in a file as the Bank of Russia writes it", async () => {
    const text = "nominal;data;curs;cdx\n1.000;24.05.2026;45,1230;Сом\n1;24.05.2026;80,5;USD\n";
    const mapping = {
      dataset: "FX",
      decimal: "," as const,
      dateFormat: "DD.MM.YYYY",
      dimensions: {
        FREQ: { value: "D" },
        BASE: { column: "cdx", codes: { Сом: "KGS" } },
        QUOTE: { value: "eur" },
        SOURCE: { value: "CBR" },
      },
    };
    expect(await brief(text, { mapping })).toEqual([
      "FX/D.KGS.EUR.CBR 2026-05-24 0.0451230",
      "FX/D.USD.EUR.CBR 2026-05-24 80.5",
    ]);
  });

  it("T7: equal headers are told apart by index, and set gives a dimension", async () => {
    const text = "date,rate,rate\n2026-11-20,87.0,87.9\n";
    const mapping = { dataset: "FX", value: { index: 2 }, nominal: { value: "10" } };
    const told = { mapping, set: { BASE: "USD", QUOTE: "KGS" }, ...nbkr };
    expect(await brief(text, told)).toEqual(["FX/D.USD.KGS.NBKR 2026-11-20 8.79"]);
  });

  it("wide columns are codes with a nominal of their own", async () => {
    const columns = { KGS: "KGS", "100JPY": { code: "JPY", nominal: 100 } };
    const mapping = {
      wide: { dimension: "BASE", columns },
      dimensions: { QUOTE: { value: "KZT" } },
    };
    expect(await brief("date,KGS,100JPY\n2026-11-20,5.77,330.10\n", { mapping, ...nbkr })).toEqual([
      "FX/D.KGS.KZT.NBKR 2026-11-20 5.77",
      "FX/D.JPY.KZT.NBKR 2026-11-20 3.3010",
    ]);
  });

  it("T14: a pattern takes headers apart into code and nominal", async () => {
    const pattern = "^(?<nominal>\\d+)?(?<code>[A-Z]{3})$";
    const mapping = {
      wide: { dimension: "BASE", pattern },
      dimensions: { QUOTE: { value: "KZT" } },
    };
    expect(await brief("date,KGS,100JPY\n2026-11-20,5.77,330.10\n", { mapping, ...nbkr })).toEqual([
      "FX/D.KGS.KZT.NBKR 2026-11-20 5.77",
      "FX/D.JPY.KZT.NBKR 2026-11-20 3.3010",
    ]);
  });

  it("T13: headers may be periods", async () => {
    const mapping = {
      dataset: "TRADE",
      wide: { period: true as const, pattern: "^\\d{4}$" },
      dimensions: {
        REF_AREA: "area",
        FLOW: { value: "EXPORTS" },
        UNIT_MEASURE: { value: "PC_GDP" },
      },
    };
    expect(await brief("area,2016,2017\nKZ,4.62,4.70\n", { mapping })).toEqual([
      "TRADE/A.KZ.EXPORTS.PC_GDP 2016-01-01 4.62",
      "TRADE/A.KZ.EXPORTS.PC_GDP 2017-01-01 4.70",
    ]);
  });

  it("skipRows passes over a preamble, and line numbers stay those of the file", async () => {
    const text = 'Rates of the "bank\n\ndate,base,quote,rate\n2026-11-20,USD,KGS,87.4500\n';
    const { drafts } = await readText(text, { mapping: { skipRows: 1 }, ...nbkr });
    expect(drafts).toMatchObject([{ line: 4, value: "87.4500" }]);
  });

  it("nominalPower reads a power of ten", async () => {
    const text = "date,base,quote,rate,UNIT_MULT\n2026-11-20,JPY,KGS,57.1,2\n";
    const told = { mapping: { nominalPower: "UNIT_MULT" }, ...nbkr };
    expect(await brief(text, told)).toEqual(["FX/D.JPY.KGS.NBKR 2026-11-20 0.571"]);
  });

  it("equal mappings are equal as text, in whatever order and form they were given", async () => {
    const text = "date,base,quote,rate\n2026-11-20,USD,KGS,87.4500\n";
    const given = { dimensions: { QUOTE: { column: "quote" }, BASE: "base" }, period: "date" };
    const [alone, told] = [
      await readText(text, nbkr),
      await readText(text, { mapping: given, ...nbkr }),
    ];
    expect(JSON.stringify(told.recognised.mapping)).toBe(JSON.stringify(alone.recognised.mapping));
  });

  it.each([
    ["a column that is not there", { value: "curs" }, /no column curs. The file has date, base/],
    ["an index that is not there", { value: { index: 9 } }, /no column 9/],
    ["a form of dates that is not known", { dateFormat: "DD.MM" }, /no dates of the form DD\.MM/],
    ["a constant that is no code", { dimensions: { BASE: { value: "КGS" } } }, /did you mean KGS/],
    ["a dimension that is not there", { dimensions: { AGE: "base" } }, /FX has no dimension AGE/],
    [
      "a pattern that is none",
      { wide: { dimension: "BASE", pattern: "(" } },
      /no regular expression/,
    ],
    [
      "a pattern without a match",
      { wide: { dimension: "BASE", pattern: "^X" } },
      /No header matches/,
    ],
  ])("%s needs a mapping", async (_, part, message) => {
    const text = "date,base,quote,rate\n2026-11-20,USD,KGS,87.4500\n";
    const reading = readText(text, { mapping: { dataset: "FX", ...part }, ...nbkr });
    await expect(reading).rejects.toMatchObject({ kind: "needs-mapping" });
    await expect(reading).rejects.toThrow(message);
  });
});
