import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { warningCodes } from "../../../server/contract/import-report.ts";
import { addDays } from "../../../server/contract/period.ts";
import { type Reader, tentatively } from "../../../server/sql/database.ts";
import { type NeighbourRow, selectNeighbours } from "../../../server/sql/select-neighbours.ts";
import { cloneDatabase } from "../../support/database.ts";
import { importText } from "../../support/import-text.ts";

const { pool } = cloneDatabase("fixtures");

/** A rate by the number of its day; null where there is no figure of the day. */
type Rates = Readonly<Record<string, string | null>>;
const dayOf = (number: string) => addDays("2026-01-01", Number(number));

const store = (source: string, rates: Rates) => {
  const lines = Object.entries(rates).map(
    ([day, rate]) => `FX/D.USD.KGS.${source},${dayOf(day)},${rate ?? ""},${rate ? "A" : "H"}`,
  );
  const file = ["series,period,value,status", ...lines, ""].join("\n");
  return importText(pool, file, { source, accept: warningCodes });
};

/** As if the difference of an import were these rates; line 100 + number of the day. */
async function makeDifference(db: Reader, source: string, stored: Rates, rates: Rates) {
  await db.query(`
create temporary table difference (
  series_id integer, period date, line integer, value numeric, supersedes boolean
) on commit drop`);
  for (const [day, rate] of Object.entries(rates)) {
    await db.query(
      `insert into difference select series_id, $1, $2, $3, $4 from series where source_code = $5`,
      [dayOf(day), 100 + Number(day), rate, day in stored, source],
    );
  }
}

async function select(source: string, stored: Rates, rates: Rates): Promise<NeighbourRow[]> {
  return tentatively(pool, async (db) => {
    await makeDifference(db, source, stored, rates);
    const found: NeighbourRow[] = [];
    for await (const batch of selectNeighbours(db, { any: 0.1, pegged: 0.01 }))
      found.push(...batch);
    return { keep: false, result: found };
  });
}

/** The plain reading: put the rates in a row, and look to the left and right of each. */
function lookAround(stored: Rates, rates: Rates) {
  const merged = Object.entries({ ...stored, ...rates })
    .filter(([, value]) => value !== null)
    .map(([day, value]) => ({ day: Number(day), value: value!, isNew: day in rates }))
    .sort((a, b) => a.day - b.day);
  const lineOf = (rate?: { day: number; isNew: boolean }) => (rate?.isNew ? 100 + rate.day : null);
  const moves = (value: string, other?: string) =>
    other !== undefined && Math.abs(Number(value) / Number(other) - 1) > 0.1;
  return merged.flatMap(({ day, value, isNew }, i) => {
    const [earlier, before, next, afterNext] = [-2, -1, 1, 2].map((by) => merged[i + by]);
    const isSeam = before?.isNew && next?.isNew === false;
    const isWanted = moves(value, (before ?? next)?.value) || (isSeam && moves(value, next.value));
    if (!isNew || !isWanted) return [];
    return {
      period: dayOf(String(day)),
      line: 100 + day,
      value,
      earlier: earlier?.value ?? null,
      before: before?.value ?? null,
      beforeLine: lineOf(before),
      next: next?.value ?? null,
      nextLine: lineOf(next),
      afterNext: afterNext?.value ?? null,
    };
  });
}

describe("selectNeighbours(db, leastMoves)", () => {
  it("agrees with a plain look around over what is stored and what changes", async () => {
    const rates = fc.dictionary(
      fc.integer({ min: 0, max: 20 }).map(String),
      fc.constantFrom("80", "85", "95", "120", null),
      { minKeys: 1, maxKeys: 12, noNullPrototype: true },
    );
    let runs = 0;
    await fc.assert(
      fc.asyncProperty(rates, rates, async (stored, changed) => {
        const source = `AROUND_${(runs += 1)}`;
        await store(source, stored);
        const found = await select(source, stored, changed);
        const plain = lookAround(stored, changed);
        expect(found).toEqual(plain.map((rate) => expect.objectContaining(rate) as unknown));
      }),
      { numRuns: 60 },
    );
  });
});
