import { readdirSync } from "node:fs";
import { runner } from "node-pg-migrate";
import { expect, it } from "vitest";
import { migrate } from "../../../server/sql/migrate.ts";
import { cloneDatabase } from "../../support/database.ts";

const { pool, connection } = cloneDatabase("fixtures");

async function derived(): Promise<unknown[]> {
  const texts = [
    "select series_key, countries, search_text from series order by series_id",
    "select dataset_code, member_code, country from dimension_member order by 1, dimension_code, 2",
    "select event_id, written_by, search_text from event order by event_id",
  ];
  const results = [];
  for (const text of texts) results.push((await pool.query<Record<string, unknown>>(text)).rows);
  return results;
}

it("a database from before search is brought to the very state of a new one", async () => {
  const before = await derived();
  expect(before.map((rows) => (rows as unknown[]).length > 10)).toEqual([true, true, true]);
  await runner({
    databaseUrl: connection,
    dir: "migrations",
    direction: "down",
    migrationsTable: "migration",
    count: readdirSync("migrations").filter((name) => name >= "0011").length,
    log: () => undefined,
  });
  await migrate(connection, "migrations");
  expect(await derived()).toEqual(before);
});
