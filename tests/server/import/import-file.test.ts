import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { warningCodes } from "../../../server/contract/import-report.ts";
import { writeJson } from "../../../server/domain/exact-json.ts";
import { cloneDatabase } from "../../support/database.ts";
import { importText, ratesFile, valuesOf } from "../../support/import-text.ts";

const { pool } = cloneDatabase("fixtures");
const som = "D.USD.KGS.NBKR";

const importCount = async () => {
  const { rows } = await pool.query<{ count: number }>("select count(*) as count from import");
  return rows[0]?.count;
};

describe("importFile(pool, request)", () => {
  it("adds what is new, revises what differs, and leaves the rest alone", async () => {
    const first = await importText(
      pool,
      ratesFile({ "2026-08-17": "87.4500", "2026-08-18": "87.4512" }),
    );
    expect(first).toMatchObject({
      state: "committed",
      counts: { read: 2, added: 2, revised: 0, unchanged: 0 },
    });
    expect(first.series).toEqual([
      { series: `FX/${som}`, added: 2, revised: 0, first: "2026-08-17", last: "2026-08-18" },
    ]);

    const second = await importText(
      pool,
      ratesFile({ "2026-08-17": "87.4400", "2026-08-18": "87.4512", "2026-08-19": "87.46" }),
    );
    expect(second.counts).toMatchObject({ read: 3, added: 1, revised: 1, unchanged: 1 });
    expect(writeJson(second.revisions)).toBe(
      `[{"series":"FX/${som}","line":2,"period":"2026-08-17","from":87.4500,"fromDecimals":4,"to":87.4400,"toDecimals":4,"percent":-0.0114351}]`,
    );

    expect(await valuesOf(pool, som)).toEqual({
      "2026-08-17": "87.4400",
      "2026-08-18": "87.4512",
      "2026-08-19": "87.46",
    });
    expect(await valuesOf(pool, som, Number(first.id))).toEqual({
      "2026-08-17": "87.4500",
      "2026-08-18": "87.4512",
    });
  });

  it("makes no import of a file that changes nothing, and says which import brought it", async () => {
    const file = ratesFile({ "2026-07-01": "87.1" });
    const first = await importText(pool, file);
    const before = await importCount();
    const again = await importText(pool, file);
    expect(again).toMatchObject({
      id: null,
      state: "unchanged",
      counts: { unchanged: 1 },
      alreadyImported: { id: first.id },
    });
    expect(await importCount()).toBe(before);
  });

  it("takes 87.1 and 87.100 for the same value", async () => {
    await importText(pool, ratesFile({ "2026-07-02": "87.1" }));
    expect(await importText(pool, ratesFile({ "2026-07-02": "87.100" }))).toMatchObject({
      state: "unchanged",
    });
  });

  it("stores nothing in a dry run, and reports what the real run then does", async () => {
    const file = ratesFile({ "2026-07-03": "87.2", "2026-07-04": "87.3" });
    const before = await importCount();
    const dry = await importText(pool, file, { dryRun: true });
    expect(dry).toMatchObject({ id: null, dryRun: true, state: "preview", counts: { added: 2 } });
    expect(await importCount()).toBe(before);
    expect(await valuesOf(pool, som)).not.toHaveProperty("2026-07-03");
    const { counts, series } = await importText(pool, file);
    expect({ counts, series }).toEqual({ counts: dry.counts, series: dry.series });
  });

  it("stores nothing of a file with a bad line, and names line and column", async () => {
    const file = "date,base,quote,rate\n2026-06-01,USD,KGS,87.4\n2026-06-02,USD,KGS,8O.1\n";
    await expect(importText(pool, file)).rejects.toMatchObject({
      kind: "rejected-rows",
      members: {
        report: {
          state: "refused",
          counts: { read: 2, rejected: 1 },
          problems: [
            { line: 3, column: "rate", text: "8O.1", code: "not-a-number", severity: "error" },
          ],
        },
      },
    });
    expect(await valuesOf(pool, som)).not.toHaveProperty("2026-06-01");
  });

  it("leaves bad lines out when it is told to", async () => {
    const file =
      "date,base,quote,rate\n2026-06-03,USD,KGS,87.4\n2026-06-04,USD,KGS,-1\n2099-01-01,USD,KGS,1\n";
    const report = await importText(pool, file, { onError: "skip" });
    expect(report).toMatchObject({
      state: "committed",
      counts: { read: 3, added: 1, rejected: 2 },
    });
    expect((report.problems as { code: string }[]).map(({ code }) => code)).toEqual([
      "non-positive-rate",
      "future-period",
    ]);
  });

  it("refuses a period that the file gives two values, and counts equal lines once", async () => {
    const line = (rate: string) => `2026-06-05,USD,KGS,${rate}\n`;
    const told = (own: string, other: string, at: number) =>
      `FX/${som} on 2026-06-05 is ${own} here and ${other} in line ${at}: neither line is taken; keep one of the two.`;
    await expect(
      importText(pool, `date,base,quote,rate\n${line("87.1")}${line("87.2")}`),
    ).rejects.toMatchObject({
      members: {
        report: {
          counts: { read: 2, rejected: 2 },
          problems: [
            { line: 2, text: "87.1", code: "duplicate-conflict", message: told("87.1", "87.2", 3) },
            { line: 3, text: "87.2", code: "duplicate-conflict", message: told("87.2", "87.1", 2) },
          ],
        },
      },
    });
    const some = `date,base,quote,rate\n${line("87.1")}${line("87.1")}2026-06-04,USD,KGS,87.4\n${line("87.2")}`;
    const skipped = await importText(pool, some, { onError: "skip" });
    expect(skipped.counts).toMatchObject({ read: 4, rejected: 3, added: 1 });
    expect(skipped.problems.map((problem) => problem.line)).toEqual([2, 3, 5]);
    const agreed = await importText(pool, `date,base,quote,rate\n${line("87.1")}${line("87.1")}`);
    expect(agreed.counts).toMatchObject({ read: 2, added: 1, unchanged: 1 });
  });

  it("asks who publishes when neither file nor request tells", async () => {
    const work = importText(pool, ratesFile({ "2026-06-06": "87" }), { source: undefined });
    await expect(work).rejects.toMatchObject({ kind: "needs-mapping" });
  });

  it("refuses to splice a series of another source", async () => {
    const file =
      "FREQ,REF_AREA,FLOW,UNIT_MEASURE,TIME_PERIOD,OBS_VALUE,OBS_STATUS\nA,KZ,EXPORTS,USD_MN,2015,45000,A\n";
    await expect(importText(pool, file, { source: "BNS" })).rejects.toMatchObject({
      kind: "conflict",
    });
    expect(await importText(pool, file, { source: undefined })).toMatchObject({
      state: "committed",
    });
  });

  it("takes a source that nobody has heard of, under its code", async () => {
    await importText(pool, ratesFile({ "2026-06-07": "87.5" }), { source: "NEWBANK" });
    const { rows } = await pool.query(
      "select name, rank from source where source_code = 'NEWBANK'",
    );
    expect(rows).toEqual([{ name: { en: "NEWBANK" }, rank: 1000 }]);
  });

  it("gives two imports at once to the database one after the other: the later sees the earlier's values", async () => {
    const reports = await Promise.all(
      ["1.10", "1.20"].map((rate) =>
        importText(pool, ratesFile({ "2026-06-08": rate }), { source: "RACE" }),
      ),
    );
    expect(reports.map(({ counts }) => [counts.added, counts.revised]).sort()).toEqual([
      [0, 1],
      [1, 0],
    ]);
  });

  it("brings any decimal text back digit for digit", async () => {
    let runs = 0;
    const decimal = fc
      .tuple(fc.bigInt({ min: 0n, max: 10n ** 20n }), fc.stringMatching(/^\d{1,18}$/))
      .map(([whole, fraction]): string => `${whole}.${fraction}`)
      .filter((digits) => /[1-9]/.test(digits));
    await fc.assert(
      fc.asyncProperty(fc.array(decimal, { minLength: 1, maxLength: 60 }), async (rates) => {
        const source = `DIGITS_${(runs += 1)}`;
        const days = rates.map((rate, i): [string, string] => [
          new Date(Date.UTC(2020, 0, i + 1)).toISOString().slice(0, 10),
          rate,
        ]);
        await importText(pool, ratesFile(Object.fromEntries(days)), {
          source,
          accept: warningCodes,
        });
        expect(await valuesOf(pool, `D.USD.KGS.${source}`)).toEqual(Object.fromEntries(days));
      }),
      { numRuns: 15 },
    );
  });
});
