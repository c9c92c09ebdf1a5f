import { describe, expect, it } from "vitest";
import { addDays } from "../../../server/contract/period.ts";
import type { Report } from "../../../server/import/import-file.ts";
import { cloneDatabase } from "../../support/database.ts";
import { importText } from "../../support/import-text.ts";

const { pool } = cloneDatabase("fixtures");

/** Rates of a pair from 3 August 2026, a Monday, one a day: `"87.45 87.5"`; days that are given none are `-`. */
const august = (rates: string, pair = "USD,KGS", from = "2026-08-03") => {
  const lines = rates
    .split(" ")
    .flatMap((rate, i) => (rate === "-" ? [] : `${addDays(from, i)},${pair},${rate}`));
  return ["date,base,quote,rate", ...lines, ""].join("\n");
};
const same = (days: number, rate = "87.45") => Array(days).fill(rate).join(" ");
const told = ({ problems }: Report, code: string) =>
  problems.filter((problem) => problem.code === code).map(({ line }) => Number(line));
const unchangedIn = async (text: string, source: string) =>
  told(await importText(pool, text, { source }), "unchanged");

describe("a rate that is the newest of its series and long the same", () => {
  it("is noticed once, at the newest line, and stops nothing", async () => {
    const report = await importText(pool, august(`87.4 ${same(16)}`), { source: "STALE" });
    expect([report.state, told(report, "unchanged")]).toEqual(["committed", [18]]);
    const { message } = report.problems.find(({ code }) => code === "unchanged")!;
    expect(message).toContain("is 87.45 since 2026-08-04, for 11 working days");
    expect(report.counts).toMatchObject({ warnings: 0, rejected: 0 });
  });

  it("is noticed by what is stored before it", async () => {
    expect(await unchangedIn(august(`87.4 ${same(14)}`), "FED")).toEqual([]);
    expect(await unchangedIn(august("87.45", "USD,KGS", "2026-08-19"), "FED")).toEqual([2]);
    expect(await unchangedIn(august("87.4500", "USD,KGS", "2026-08-20"), "FED")).toEqual([2]);
    expect(await unchangedIn(august("87.46", "USD,KGS", "2026-08-21"), "FED")).toEqual([]);
    expect(await unchangedIn(august("87.46", "USD,KGS", "2026-08-24"), "FED")).toEqual([]);
  });

  it("is not noticed where nothing is new, nor where a newer rate is stored", async () => {
    const file = august(same(16));
    expect(await unchangedIn(file, "AGAIN")).toEqual([17]);
    expect(await unchangedIn(file, "AGAIN")).toEqual([]);
    await importText(pool, august("87.6", "USD,KGS", "2026-09-01"), { source: "OLDER" });
    expect(await unchangedIn(file, "OLDER")).toEqual([]);
  });

  it("is not noticed of a peg, nor of what is published by the month", async () => {
    expect(await unchangedIn(august(same(40, "3.50"), "USD,TMT"), "PEGGED")).toEqual([]);
    const yearly = "year,base,quote,rate\n1994,USD,KZT,35\n1995,USD,KZT,35\n1996,USD,KZT,35\n";
    expect(await unchangedIn(yearly, "YEARLY")).toEqual([]);
  });
});

describe("a rate that another source tells otherwise", () => {
  const pair = "THB,GEL";
  const otherIn = async (text: string, source: string) => {
    const { problems } = await importText(pool, text, { source });
    return problems.filter(({ code }) => code === "other-source").map(({ message }) => message);
  };

  it("is noticed once for a series, on the day on which the two are farthest apart", async () => {
    expect(await otherIn(august("100 100 - 100 100", pair), "FIRST")).toEqual([]);
    expect(await otherIn(august("103 97 120 104 105", pair), "SECOND")).toEqual([
      "FX/D.THB.GEL.SECOND on 2026-08-07, 105, is +5 % away from FX/D.THB.GEL.FIRST, 100. On 2 days of the file they are over 3 % apart.",
    ]);
  });

  it("is compared with the source of the best rank of those that tell otherwise", async () => {
    await pool.query("update source set rank = 1 where source_code = 'SECOND'");
    expect(await otherIn(august("109", pair), "THIRD")).toEqual([
      expect.stringContaining("is +5.83 % away from FX/D.THB.GEL.SECOND, 103."),
    ]);
  });

  it("is not noticed of another day, nor where nothing is new", async () => {
    expect(await otherIn(august("150", pair, "2026-07-01"), "FOURTH")).toEqual([]);
    expect(await otherIn(august("109", pair), "THIRD")).toEqual([]);
  });
});
