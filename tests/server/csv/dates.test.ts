import { describe, expect, it } from "vitest";
import type { Mapping } from "../../../server/contract/mapping.ts";
import type { KursError } from "../../../server/domain/kurs-error.ts";
import { readText } from "../../support/csv.ts";

const nbkr = { source: "NBKR" };
/** A bank's own layout: dates and a column of figures. */
const mapping: Mapping = {
  dataset: "FX",
  dimensions: { BASE: { value: "USD" }, QUOTE: { value: "KGS" } },
};
const bank = (dates: readonly string[], rest: Mapping = {}) => {
  const rows = dates.map((date, at) => `${date};${87 + at}.5`);
  const dimensions = { ...mapping.dimensions, ...rest.dimensions };
  return readText(["day;curs", ...rows, ""].join("\n"), {
    mapping: { ...mapping, ...rest, dimensions },
    ...nbkr,
  });
};
const every = (frequency: string): Mapping => ({ dimensions: { FREQ: { value: frequency } } });
const membersOf = async (reading: Promise<unknown>) => {
  const error: unknown = await reading.catch((e: unknown) => e);
  return (error as KursError).members;
};

it("years from one to the next are no months, unless the mapping says that they are", async () => {
  const spans = ["2000-01", "2001-02", "2002-03"];
  const reading = bank(spans);
  expect(await membersOf(reading)).toMatchObject({ missing: ["dateFormat"] });
  await expect(reading).rejects.toThrow("are they not years from one to the next?");
  const told = await bank(spans, { dateFormat: "YYYY-MM" });
  expect(told.drafts.map(({ start }) => start)).toEqual(["2000-01-01", "2001-02-01", "2002-03-01"]);
  expect((await bank([...spans, "2002-04"])).drafts).toHaveLength(4);
});

describe("D2: what a day or a month may be is asked, with what speaks for each", () => {
  it.each([
    ["a row in another form", ["01/02/2024", "02/02/2024", "2024-02-14"]],
    ["as many rows for the one order as for the other", ["01/02/2024", "13/02/2024", "02/14/2024"]],
  ])("also beside %s, which may be left out", async (_, dates) => {
    expect(await membersOf(bank(dates))).toMatchObject({
      candidates: { dateFormat: ["DD/MM/YYYY", "MM/DD/YYYY"] },
    });
  });

  it("but not where most rows tell, and one is wrong", async () => {
    const { drafts, errors } = await bank(["01/02/2024", "13/02/2024", "14/02/2024", "02/15/2024"]);
    expect(drafts.map(({ start }) => start)).toEqual(["2024-02-01", "2024-02-13", "2024-02-14"]);
    expect(errors).toMatchObject([{ code: "not-a-period", line: 5 }]);
  });

  it("a monthly file looks monthly in one order only", async () => {
    const reading = bank(["01/01/2025", "02/01/2025", "03/01/2025"]);
    expect(await membersOf(reading)).toMatchObject({
      candidates: { dateFormat: ["DD/MM/YYYY", "MM/DD/YYYY"] },
      hints: {
        dateFormat: {
          "DD/MM/YYYY": "oldest first, no weekends, 1 day apart",
          "MM/DD/YYYY":
            "oldest first, each the first of a month, 2 of 3 at a weekend, 28 to 31 days apart",
        },
      },
    });
    await expect(reading).rejects.toThrow("Read as MM/DD/YYYY the dates are: oldest first, each");
  });

  it("working days are in order, and never at a weekend, in the right order of parts", async () => {
    const reading = bank(["30/10/2026", "02/11/2026", "03/11/2026"].slice(1).concat("04/11/2026"));
    expect(await membersOf(reading)).toMatchObject({
      hints: {
        dateFormat: {
          "DD/MM/YYYY": "oldest first, no weekends, 1 day apart",
          "MM/DD/YYYY": "oldest first, 1 of 3 at a weekend, 28 to 31 days apart",
        },
      },
    });
  });

  it("dates that repeat, once for each currency, are looked at once", async () => {
    const text = ["day;code;curs"];
    for (const code of ["USD", "EUR"]) {
      for (const day of ["03/11/2026", "04/11/2026"]) text.push(`${day};${code};1.5`);
    }
    const reading = readText(text.join("\n"), {
      mapping: { dataset: "FX", dimensions: { BASE: "code", QUOTE: { value: "KGS" } } },
      ...nbkr,
    });
    const { hints } = await membersOf(reading);
    expect(hints).toMatchObject({
      dateFormat: { "DD/MM/YYYY": expect.stringContaining("1 day apart") as unknown },
    });
  });
});

describe("D7: a moment", () => {
  const moments = ["2026-03-31T19:00:00Z", "2026-04-02T00:30:00+06:00"];

  it("keeps its written day without a zone, and is of the day that it was there with one", async () => {
    const days = async (rest: Mapping) =>
      (await bank(moments, rest)).drafts.map(({ start }) => start);
    expect(await days({})).toEqual(["2026-03-31", "2026-04-02"]);
    expect(await days({ zone: "Asia/Almaty" })).toEqual(["2026-04-01", "2026-04-01"]);
  });

  it("is converted in a form of dates too, and the zone is in the mapping of the report", async () => {
    const { recognised, drafts } = await bank(["24.05.2026 21:30+00:00", "25.05.2026"], {
      zone: "Asia/Bishkek",
    });
    expect(drafts.map(({ start }) => start)).toEqual(["2026-05-25", "2026-05-25"]);
    expect(recognised.mapping).toMatchObject({ dateFormat: "DD.MM.YYYY", zone: "Asia/Bishkek" });
  });

  it.each(["2026-04-01Z", "2026-04-01+06:00"])(
    "%s, a day with a zone, is that day",
    async (text) => {
      expect((await bank([text])).drafts).toMatchObject([{ start: "2026-04-01" }]);
    },
  );

  it("in a zone that is none is asked about", async () => {
    const reading = bank(moments, { zone: "Asia/Semey" });
    await expect(reading).rejects.toMatchObject({ members: { missing: ["zone"] } });
  });
});

describe("a column of last days", () => {
  it.each([
    ["M", ["31.01.2024", "29.02.2024", "31.03.2024"], ["2024-01-01", "2024-02-01", "2024-03-01"]],
    ["Q", ["2024-03-31", "2024-06-30", "2024-12-31"], ["2024-01-01", "2024-04-01", "2024-10-01"]],
    ["S", ["2024-06-30", "2024-12-31"], ["2024-01-01", "2024-07-01"]],
    ["A", ["12/31/2023", "12/31/2024"], ["2023-01-01", "2024-01-01"]],
  ])(
    "is of the periods of FREQ %s that end on them, and is said to be",
    async (freq, dates, starts) => {
      const { recognised, drafts, errors, notices } = await bank(dates, every(freq));
      expect(errors).toEqual([]);
      expect(drafts.map(({ start }) => start)).toEqual(starts);
      expect(drafts[0]!.series).toBe(`FX/${freq}.USD.KGS.NBKR`);
      expect(recognised.mapping.dayOfPeriod).toBe("last");
      expect(notices).toMatchObject([{ code: "last-day", line: 2, column: "day" }]);
      expect(notices[0]!.message).toContain(`${dates.length} times`);
      expect((await bank(dates, recognised.mapping)).drafts).toEqual(drafts);
    },
  );

  it("is found where a column or the name of the series tells the frequency", async () => {
    const text = "series,period,value\nTRADE/M.KZ.EXPORTS.PC_GDP,2026-10-31,4.5\n";
    expect((await readText(text)).drafts).toMatchObject([{ start: "2026-10-01", frequency: "M" }]);
    const sdmx =
      "FREQ,BASE,QUOTE,SOURCE,TIME_PERIOD,OBS_VALUE\nM,USD,KGS,NBKR,2026-10-31,87.4\nD,USD,KGS,NBKR,2026-10-31,87.5\n";
    expect((await readText(sdmx)).drafts.map(({ series, start }) => [series, start])).toEqual([
      ["FX/M.USD.KGS.NBKR", "2026-10-01"],
      ["FX/D.USD.KGS.NBKR", "2026-10-31"],
    ]);
  });

  it("is of days where nothing says that it is of months", async () => {
    const { recognised, drafts } = await bank(["2026-09-30", "2026-10-31"]);
    expect(drafts.map(({ start }) => start)).toEqual(["2026-09-30", "2026-10-31"]);
    expect(recognised.mapping).not.toHaveProperty("dayOfPeriod");
  });

  it("is none with one day that is not the last: the mapping may say so, and that row is refused", async () => {
    const dates = ["2026-08-31", "2026-09-30", "2026-10-30"];
    await expect(bank(dates, every("M"))).rejects.toThrow(/None of the 3 rows.*dayOfPeriod/);
    const { drafts, errors } = await bank(dates, { ...every("M"), dayOfPeriod: "last" });
    expect(drafts).toHaveLength(2);
    expect(errors).toMatchObject([{ line: 4, code: "not-a-period", text: "2026-10-30" }]);
  });

  it("in UTC may be the first days of somewhere: only with a zone are they told apart", async () => {
    const midnights = ["2026-08-31T18:00:00Z", "2026-09-30T18:00:00Z", "2026-10-31T18:00:00Z"];
    await expect(bank(midnights, every("M"))).rejects.toMatchObject({ kind: "needs-mapping" });
    const { drafts } = await bank(midnights, { ...every("M"), zone: "Asia/Bishkek" });
    expect(drafts.map(({ start }) => start)).toEqual(["2026-09-01", "2026-10-01", "2026-11-01"]);
    const noons = midnights.map((text) => text.replace("T18", "T06"));
    const last = await bank(noons, { ...every("M"), zone: "Asia/Bishkek" });
    expect(last.drafts.map(({ start }) => start)).toEqual([
      "2026-08-01",
      "2026-09-01",
      "2026-10-01",
    ]);
  });
});

describe("N9: scientific notation", () => {
  it.each([
    ["2e3", "2000-01-01"],
    ["2E3", "2000-01-01"],
    ["2e+03", "2000-01-01"],
    ["2.023E+03", "2023-01-01"],
  ])("%s in a column of years is a year, with a notice", async (text, start) => {
    const { drafts, errors, notices } = await bank(["1999", text, "2001"]);
    expect(errors).toEqual([]);
    expect(drafts[1]).toMatchObject({ start, frequency: "A", series: "FX/A.USD.KGS.NBKR" });
    expect(notices).toMatchObject([{ code: "scientific-year", line: 3, column: "day", text }]);
    expect(notices[0]!.message).toContain(`was read as the year ${start.slice(0, 4)}`);
  });

  it.each(["2.02e3", "2e4", "2e2", "20e2", "2.5e3x"])(
    "%s, which may be rounded or is no year, is refused",
    async (text) => {
      const { errors } = await bank(["1999", text, "2001"]);
      expect(errors).toMatchObject([{ line: 3, code: "not-a-period" }]);
    },
  );

  it("2e3 is no day", async () => {
    const { errors } = await bank(["2026-11-19", "2e3", "2026-11-20"], every("D"));
    expect(errors).toMatchObject([{ line: 3, code: "not-a-period" }]);
  });
});
