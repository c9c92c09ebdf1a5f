import { setTimeout as delay } from "node:timers/promises";
import { expect, it } from "vitest";
import { tentatively } from "../../../server/sql/database.ts";
import { formatStaged, stageObservations } from "../../../server/sql/stage-observations.ts";
import { cloneDatabase } from "../../support/database.ts";
import { importText, ratesFile, valuesOf } from "../../support/import-text.ts";

const { pool } = cloneDatabase("fixtures");
const line = formatStaged(1, { start: "2026-08-01", line: 1, value: "1", status: "A" });
const reason = new Error("wanted");

/** Every connection of the pool answers, so none was left within a transaction or with a cancelled statement. */
async function expectHealthyPool() {
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => pool.query<{ n: number }>("select 1 as n, pg_sleep(0.05)")),
  );
  expect(answers.map(({ rows }) => rows[0]?.n)).toEqual(Array(8).fill(1));
}

it("a signal that aborts cancels the statement under way in the database", async () => {
  const stopping = new AbortController();
  const run = tentatively(
    pool,
    async (db) => {
      setTimeout(() => stopping.abort(reason), 50);
      await db.query("select pg_sleep(1000)");
      return { keep: true, result: null };
    },
    stopping.signal,
  );
  await expect(run).rejects.toBe(reason);
  const { rows } = await pool.query(
    "select from pg_stat_activity where query like 'select pg_sleep(1000)%' and state = 'active' and datname = current_database()",
  );
  expect(rows).toEqual([]);
  await expectHealthyPool();
});

it("and the statement that begins after it, since between two there is nothing to cancel", async () => {
  const stopping = new AbortController();
  const run = tentatively(
    pool,
    async (db) => {
      stopping.abort(reason);
      await delay(50);
      await db.query("select pg_sleep(1000)");
      return { keep: true, result: null };
    },
    stopping.signal,
  );
  await expect(run).rejects.toBe(reason);
  await expectHealthyPool();
});

it("and a COPY whose lines go on, or stand still", async () => {
  for (const pauseMs of [0, 1_000_000]) {
    const stopping = new AbortController();
    async function* lines() {
      setTimeout(() => stopping.abort(reason), 50);
      for (;;) {
        yield line;
        await delay(pauseMs, null, { signal: stopping.signal });
      }
    }
    const run = tentatively(
      pool,
      async (db) => {
        await stageObservations(db, lines());
        return { keep: true, result: null };
      },
      stopping.signal,
    );
    await expect(run).rejects.toBe(reason);
  }
  await expectHealthyPool();
});

it("stores nothing of work that was done when the signal aborted", async () => {
  const stopping = new AbortController();
  const run = tentatively(
    pool,
    async (db) => {
      await db.query("create table left_over ()");
      stopping.abort(reason);
      return { keep: true, result: null };
    },
    stopping.signal,
  );
  await expect(run).rejects.toBe(reason);
  const { rows } = await pool.query("select to_regclass('left_over') as found");
  expect(rows).toEqual([{ found: null }]);
});

it("an import stops between two batches of its rows", async () => {
  const stopping = new AbortController();
  const rates = Array.from({ length: 20_000 }, (_, i) => [
    new Date(Date.UTC(1970, 0, 1 + i)).toISOString().slice(0, 10),
    "87.45",
  ]);
  const seen: number[] = [];
  const run = importText(pool, ratesFile(Object.fromEntries(rates) as Record<string, string>), {
    signal: stopping.signal,
    onRows: (rows) => {
      seen.push(rows);
      stopping.abort(reason);
    },
  });
  await expect(run).rejects.toBe(reason);
  expect(seen).toHaveLength(1);
  expect(await valuesOf(pool, "D.USD.KGS.NBKR")).toEqual({});
  await expectHealthyPool();
});
