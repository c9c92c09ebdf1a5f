import { describe, expect, it } from "vitest";
import type { KursError } from "../../../server/domain/kurs-error.ts";
import type { Report } from "../../../server/import/import-file.ts";
import { cloneDatabase } from "../../support/database.ts";
import { importText, ratesFile, valuesOf } from "../../support/import-text.ts";

const { pool } = cloneDatabase("fixtures");

/** A file of daily rates of the dollar, a line each: `17 KGS 87.45` is of 17 August. */
const august = (...lines: string[]) => {
  const rows = lines.map((line) => line.replace(/^(\d\d) (\w+) /, "2026-08-$1,USD,$2,"));
  return ["date,base,quote,rate", ...rows, ""].join("\n");
};
const refusal = async (...work: Parameters<typeof importText>) => {
  const error = (await importText(...work).then(
    () => expect.fail("was not refused"),
    (reason: unknown) => reason,
  )) as KursError;
  const report = error.members.report as Report;
  return { error, report, told: told(report) };
};
/** Without what other tests' sources say of the same days. */
const told = ({ problems }: Report) =>
  problems
    .filter(({ code }) => code !== "other-source")
    .map(({ line, code }) => `${String(line)} ${code}`);

describe("an import of daily rates", () => {
  it("is held back by a hundredfold slip, and goes through once that is accepted", async () => {
    const source = "SLIP";
    await importText(pool, august("17 KGS 87.45", "18 KGS 87.46"), { source });
    const file = august("19 KGS 8747", "20 KGS 87.48");
    const { error, report, told: problems } = await refusal(pool, file, { source });
    expect(problems).toEqual(["2 scale"]);
    expect(report).toMatchObject({ id: null, state: "refused", counts: { added: 2, warnings: 1 } });
    expect(error).toMatchObject({
      kind: "rejected-rows",
      message: expect.stringContaining("1 × scale") as string,
      errors: [{ line: 2 }],
    });
    expect(error.message).toContain("import with accept=scale.");
    expect(Object.keys(await valuesOf(pool, `D.USD.KGS.${source}`))).toHaveLength(2);
    const accepted = await importText(pool, file, { source, accept: ["scale"] });
    expect(accepted).toMatchObject({ state: "committed", counts: { added: 2, warnings: 1 } });
    expect(await importText(pool, file, { source })).toMatchObject({
      state: "unchanged",
      counts: { warnings: 0 },
    });
  });

  it("takes the devaluation of the sum of 5 September 2017 once a jump is accepted, and not before", async () => {
    const file =
      "date,base,quote,rate\n2017-08-29,USD,UZS,4210.35\n2017-09-05,USD,UZS,8100.00\n2017-09-12,USD,UZS,8067.22\n";
    const { report, told: problems } = await refusal(pool, file, {
      source: "CBU",
      accept: ["scale", "inverted"],
    });
    expect(problems).toEqual(["3 jump"]);
    expect(String(report.problems[0]?.message)).toContain("does not revert");
    const accepted = await importText(pool, file, { source: "CBU", accept: ["jump"] });
    expect(accepted.state).toBe("committed");
    expect(await importText(pool, file, { source: "CBU" })).toMatchObject({ state: "unchanged" });
  });

  it("tells the same in a dry run, which it never refuses", async () => {
    const source = "DRY";
    const file = august("17 KGS 87.45", "18 KGS 0.0114", "19 KGS 87.46");
    const dry = await importText(pool, file, { source, dryRun: true });
    expect(dry).toMatchObject({ state: "preview", counts: { warnings: 1 } });
    const { report } = await refusal(pool, file, { source });
    expect(report).toMatchObject({ problems: dry.problems, counts: dry.counts });
    expect(told(report)).toEqual(["3 inverted"]);
  });

  it("judges a revision, a rate before all stored ones and one between them by what is stored", async () => {
    const source = "STORED";
    await importText(pool, august("12 KGS 87.1", "14 KGS 87.2", "16 KGS 87.3"), { source });
    const file = august("14 KGS 872", "13 KGS 8.71", "11 KGS 8710");
    expect((await refusal(pool, file, { source })).told).toEqual(["2 scale", "3 scale", "4 scale"]);
    const seam = august("09 KGS 8705", "10 KGS 8706", "11 KGS 8707");
    expect((await refusal(pool, seam, { source })).told).toEqual(["4 scale"]);
  });

  it("warns of slips on days in a row, not of the right rates beside them, in a file and after stored ones", async () => {
    const source = "ROW";
    const rates = ["12 KGS 87.1", "13 KGS 87.2", "14 KGS 87150", "15 KGS 87210", "16 KGS 87.3"];
    const file = august(...rates, "17 KGS 87.4", "18 KGS 0.01144", "19 KGS 0.01143");
    const { report, told: problems } = await refusal(pool, file, { source });
    expect(problems).toEqual(["4 scale", "5 scale", "8 inverted", "9 inverted"]);
    expect(report.problems[1]?.message).toContain("about 1000 times the rate of 2026-08-13, 87.2:");
    await importText(pool, august("17 KGS 87.4"), { source });
    const next = august("18 KGS 0.01144", "19 KGS 0.01143", "20 KGS 87.3");
    expect((await refusal(pool, next, { source })).told).toEqual(["2 inverted", "3 inverted"]);
  });

  it("looks past periods without a figure, and past what an import took back", async () => {
    const source = "GAPS";
    const file = "series,period,value,status\n";
    const line = (day: string, rest: string) => `FX/D.USD.KGS.GAPS,2026-08-${day},${rest}\n`;
    await importText(pool, file + line("17", "87.45,A") + line("18", ",H"), { source });
    const { told: problems } = await refusal(pool, file + line("19", "874.5,A"), { source });
    expect(problems).toEqual(["2 scale"]);
  });

  it("refuses for a warning even when it may leave bad rows out, and says both", async () => {
    const source = "BOTH";
    const file = august("17 KGS 87.45", "18 KGS 874.5", "19 KGS eighty");
    const { told: problems } = await refusal(pool, file, { source, onError: "skip" });
    expect(problems).toEqual(["4 not-a-number", "3 scale"]);
    const { error } = await refusal(pool, file, { source });
    expect(error.message).toMatch(/onError=skip.*accept=scale/);
    const kept = await importText(pool, file, { source, onError: "skip", accept: ["scale"] });
    expect(kept).toMatchObject({ state: "committed", counts: { added: 2, rejected: 1 } });
  });

  it("doubts a day on which more than a third of the series move by over 5 %, once", async () => {
    const source = "SHIFTED";
    const calm = august("17 KGS 87.45", "17 KZT 505", "17 TJS 9.2", "17 UZS 12034", "17 EUR 0.91");
    const shifted = "18 KGS 82|18 KZT 535|18 TJS 9.21|18 UZS 12035|18 EUR 0.92".split("|");
    await importText(pool, calm, { source });
    const { told: problems } = await refusal(pool, august(...shifted), { source });
    expect(problems).toEqual(["2 suspicious-day", "2 large-move"]);
    const whole =
      calm +
      august(...shifted)
        .split("\n")
        .slice(1)
        .join("\n");
    const back = august("19 KGS 87.4", "19 KZT 506", "19 TJS 9.2", "19 UZS 12034");
    const next = whole + back.slice(back.indexOf("\n") + 1);
    const { told: found } = await refusal(pool, next, { source });
    expect(found.filter((one) => one.includes("day"))).toEqual(["7 suspicious-day"]);
    const one = await importText(pool, august("18 KGS 82", ...shifted.slice(2)), { source });
    expect(one.state).toBe("committed");
  });

  it("gives notice of a move of 0.6 % where an official source pegs, and of none on the market", async () => {
    const pegged = august("17 TMT 3.50", "18 TMT 3.521");
    const { rows } = await pool.query<{ source_code: string }>(
      "insert into source (source_code, name, kind) values ('CBT_TEST', '{\"en\":\"x\"}', 'official') returning source_code",
    );
    const official = await importText(pool, pegged, { source: rows[0]?.source_code });
    expect([official.state, told(official)]).toEqual(["committed", ["3 large-move"]]);
    expect((await importText(pool, pegged, { source: "STREET" })).problems).toEqual([]);
    const euro = pegged.replaceAll("USD", "EUR");
    expect((await importText(pool, euro, { source: "CBT_TEST" })).problems).toEqual([]);
  });

  it("counts every warning, however many there are, and shows a thousand", async () => {
    const day = (i: number) => new Date(Date.UTC(1994, 0, i + 1)).toISOString().slice(0, 10);
    const rates = Array.from({ length: 11_001 }, (_, i) => [day(i), i % 2 ? "1" : "8"]);
    const slipping = ratesFile(Object.fromEntries(rates) as Record<string, string>);
    const { report } = await refusal(pool, slipping, { source: "WILD" });
    expect(report.counts.warnings).toBe(5_500);
    expect(report.problems).toHaveLength(1_000);
  });

  it("says nothing of yearly rates, nor of what is no rate", async () => {
    const yearly = "year,base,quote,rate\n1994,USD,KZT,35\n1995,USD,KZT,3500\n";
    expect((await importText(pool, yearly, { source: "YEARLY" })).problems).toEqual([]);
  });
});

describe("the report of an import", () => {
  it("has one notice of all lines that say again what others say", async () => {
    const file = august("17 KGS 87.1", "17 KGS 87.10", "18 KGS 87.2", "17 KGS 87.1");
    const report = await importText(pool, file, { source: "TWICE" });
    expect(told(report)).toEqual(["3 duplicate"]);
    expect(report.problems[0]?.message).toContain("2 of the observations");
    expect(report.counts).toMatchObject({ read: 4, added: 2, unchanged: 2, warnings: 0 });
  });

  it("tells of each revision by how many per cent it changes", async () => {
    const source = "PERCENT";
    const file = "series,period,value,status\n";
    const line = (day: string, rest: string) => `FX/D.USD.KGS.PERCENT,2026-08-${day},${rest}\n`;
    await importText(pool, file + line("17", "87.45,A") + line("18", ",H"), { source });
    const report = await importText(pool, file + line("17", "87.44,A") + line("18", "87.44,A"), {
      source,
    });
    expect(report.revisions.map(({ period, percent }) => [period, String(percent)])).toEqual([
      ["2026-08-17", "-0.0114351"],
      ["2026-08-18", "null"],
    ]);
  });
});
