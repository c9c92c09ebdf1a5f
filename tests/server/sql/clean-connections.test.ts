import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { createPool, createReaders, reading, writing } from "../../../server/sql/database.ts";
import { eventually } from "../../support/eventually.ts";
import { cloneDatabase } from "../../support/database.ts";

const { pool, connection } = cloneDatabase("empty");

it.each([
  ["that failed", "begin; select 1/0"],
  ["that goes on", "begin"],
])("a connection given back in a transaction %s is nobody's any more", async (_, statements) => {
  for (const make of [() => createPool(connection, fault), () => createReaders(pool, fault)]) {
    const own = make();
    own.options.max = 1;
    const client = await own.connect();
    await client.query(statements).catch(() => undefined);
    client.release();
    const { rows } = await own.query<{ fresh: boolean }>(
      "select pg_current_xact_id_if_assigned() is null and now() = statement_timestamp() as fresh",
    );
    expect(rows).toEqual([{ fresh: true }]);
    await own.end();
  }
});

it("a connection killed while it was idle is replaced before anybody gets it", async () => {
  await Promise.all([1, 2, 3].map(() => pool.query("select pg_sleep(0.05)")));
  const { rows } = await pool.query<{ pid: number }>(`
    select pid, pg_terminate_backend(pid)
    from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`);
  expect(rows.length).toBeGreaterThan(1);
  await eventually(() => expect(pool.totalCount).toBe(1));
  const read = () => reading(pool, (db) => db.query("select pg_sleep(0.02)"));
  await Promise.all(Array.from({ length: 20 }, read));
});

it("a setting made in a transaction is gone with it, and no statement makes one that stays", async () => {
  await writing(pool, (db) => db.query("set local statement_timeout = 1234"));
  const { rows } = await pool.query("show statement_timeout");
  expect(rows).not.toEqual([{ statement_timeout: "1234ms" }]);
  for (const name of readdirSync("server/sql", { recursive: true, encoding: "utf8" })) {
    // It has a connection of its own.
    if (!name.endsWith(".ts") || name === "listen.ts") continue;
    const text = readFileSync(`server/sql/${name}`, "utf8");
    expect(text, name).not.toMatch(
      /["`;]\s*set (?!local )[a-z_.]+ (=|to) |set_config\([^)]*false\)/,
    );
  }
});

function fault(error: Error): never {
  throw error;
}
