import { expect, it } from "vitest";
import { selectPairs } from "../../../server/sql/select-rates.ts";
import { cloneDatabase } from "../../support/database.ts";

const { pool } = cloneDatabase("fixtures");

it("a source's rank and pivot are kept with the moment since which they hold, and never changed", async () => {
  const history = async () => {
    const text = `
      select rank, pivot, valid_from > '-infinity' as "isDated"
      from source_history where source_code = 'MARKET' order by valid_from`;
    const { rows } = await pool.query<Record<string, unknown>>(text);
    return rows;
  };
  const first = { rank: 200, pivot: "USD", isDated: false };
  expect(await history()).toEqual([first]);
  await pool.query("update source set rank = 200, homepage = null where source_code = 'MARKET'");
  expect(await history()).toEqual([first]);
  await pool.query("update source set rank = 1 where source_code = 'MARKET'");
  await pool.query("update source set rank = 200, pivot = null where source_code = 'MARKET'");
  expect(await history()).toEqual([
    first,
    { rank: 1, pivot: "USD", isDated: true },
    { rank: 200, pivot: null, isDated: true },
  ]);
  await expect(pool.query("update source_history set rank = 2")).rejects.toThrow("never changed");
  await expect(pool.query("delete from source_history")).rejects.toThrow("never deleted");
});

it("pairs of a source without a pivot are those that have one of the currencies", async () => {
  const now = { asOf: null, moment: null };
  const pairs = await selectPairs(pool, now, ["KGS", "KZT"], "MARKET");
  expect(pairs.map(({ base, quote }) => `${base}-${quote}`).sort()).toEqual(["USD-KGS", "USD-KZT"]);
  const asOf = { asOf: 0, moment: "1990-01-01T00:00:00Z" };
  expect(await selectPairs(pool, asOf, ["KGS", "KZT"], null)).toEqual([]);
});
