import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { warningCodes } from "../../../server/contract/import-report.ts";
import { undo } from "../../../server/import/undo.ts";
import { cloneDatabase } from "../../support/database.ts";
import { History } from "../../support/history.ts";
import { importText, ratesFile, valuesOf } from "../../support/import-text.ts";

const { pool } = cloneDatabase("fixtures");
const day = "2026-08-17";

/** Imports the rate of one day, of a source of its own. */
const bring = async (source: string, rates: Record<string, string>) =>
  Number((await importText(pool, ratesFile(rates), { source, accept: warningCodes })).id);
const takeBack = async (id: number) => Number((await undo(pool, id, "test")).id);
const versionsOf = async (source: string) => {
  const text =
    "select count(*) as count from observation join series using (series_id) where source_code = $1";
  const { rows } = await pool.query<{ count: number }>(text, [source]);
  return rows[0]?.count;
};

describe("undo(pool, id, by)", () => {
  it("makes each period again what the newest import in force says: the table of the semantics", async () => {
    const source = "TABLE";
    const current = async () => (await valuesOf(pool, `D.USD.KGS.${source}`))[day];
    const a = await bring(source, { [day]: "1" });
    const b = await bring(source, { [day]: "2" });
    const c = await bring(source, { [day]: "3" });
    const d = await takeBack(b);
    expect(await current()).toBe("3");
    expect(await versionsOf(source)).toBe(3);
    await takeBack(c);
    expect(await current()).toBe("1");
    const f = await takeBack(d);
    expect(await current()).toBe("2");
    const g = await takeBack(a);
    expect(await current()).toBe("2");
    await takeBack(f);
    expect(await current()).toBeUndefined();
    await takeBack(g);
    expect(await current()).toBe("1");
  });

  it("leaves what was known in between as it was", async () => {
    const key = "D.USD.KGS.BETWEEN";
    const a = await bring("BETWEEN", { [day]: "87.4500" });
    const b = await bring("BETWEEN", { [day]: "87.4400", "2026-08-18": "87.4512" });
    const c = await takeBack(b);
    expect(await valuesOf(pool, key, a)).toEqual({ [day]: "87.4500" });
    expect(await valuesOf(pool, key, b)).toEqual({ [day]: "87.4400", "2026-08-18": "87.4512" });
    expect(await valuesOf(pool, key, c)).toEqual({ [day]: "87.4500" });
    expect(await valuesOf(pool, key)).toEqual({ [day]: "87.4500" });
  });

  it("reports what it restored, changed and withdrew", async () => {
    await bring("REPORT", { [day]: "1" });
    const b = await bring("REPORT", { [day]: "2", "2026-08-18": "3" });
    const report = await undo(pool, b, "test");
    expect(report).toMatchObject({
      undoes: b,
      counts: { read: 2, added: 0, revised: 1, withdrawn: 1, unchanged: 0 },
      series: [{ added: 0, revised: 1 }],
    });
  });

  it("refuses what is undone already, and what is not there", async () => {
    const a = await bring("TWICE", { [day]: "1" });
    await takeBack(a);
    await expect(undo(pool, a, "test")).rejects.toMatchObject({ kind: "conflict" });
    await expect(undo(pool, 999_999, "test")).rejects.toMatchObject({ kind: "not-found" });
  });

  it("lets the same file be imported again", async () => {
    const a = await bring("AGAIN", { [day]: "1" });
    await takeBack(a);
    await bring("AGAIN", { [day]: "1" });
    expect(await valuesOf(pool, "D.USD.KGS.AGAIN")).toEqual({ [day]: "1" });
  });

  it("agrees with the plain definition over random histories of imports and undos, now and as of every import", async () => {
    const days = ["2026-08-17", "2026-08-18", "2026-08-19"];
    const step = fc.oneof(
      {
        weight: 3,
        arbitrary: fc.dictionary(fc.constantFrom(...days), fc.constantFrom("1", "2", "3"), {
          minKeys: 1,
        }),
      },
      { weight: 2, arbitrary: fc.nat(20) },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 1, maxLength: 12 }),
        fc.uuid(),
        async (steps, run) => {
          const source = `H${run.replaceAll("-", "").slice(0, 20).toUpperCase()}`;
          const model = new History();
          for (const action of steps) {
            if (typeof action === "object") model.import(await importId(source, action), action);
            else {
              const target = model.undoable(action);
              if (target !== undefined) model.undo(await takeBack(target), target);
            }
          }
          const key = `D.USD.KGS.${source}`;
          expect(await valuesOf(pool, key)).toEqual(model.current());
          for (const [id, then] of model.states)
            expect(await valuesOf(pool, key, id)).toEqual(then);
        },
      ),
      { numRuns: 25 },
    );
  }, 120_000);
});

async function importId(source: string, rates: Record<string, string>): Promise<number | null> {
  const { id } = await importText(pool, ratesFile(rates), { source, accept: warningCodes });
  return id === null ? null : Number(id);
}
