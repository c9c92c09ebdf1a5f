import { expect, it } from "vitest";
import { selectKeptTables } from "../../../server/sql/kept-tables.ts";
import { cloneDatabase } from "../../support/database.ts";

const { pool } = cloneDatabase("empty");

it("a backup holds every table but the list of migrations, which it tells, and the catalogue's generation", async () => {
  const { rows } = await pool.query<{ name: string }>(`
select relname as name
from pg_class
where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
order by relname collate "C"`);
  const there = rows.map(({ name }) => name);
  const kept = (await selectKeptTables(pool)).map(({ name }) => name);
  expect(there.filter((name) => !kept.includes(name))).toEqual(["catalogue", "migration"]);
});

it("each table of a backup refers only to itself and to those before it", async () => {
  const kept = (await selectKeptTables(pool)).map(({ name }) => name);
  const { rows } = await pool.query<{ from: string; to: string }>(`
select conrelid::regclass::text as from, confrelid::regclass::text as to
from pg_constraint
where contype = 'f'`);
  expect(rows.length).toBeGreaterThan(5);
  for (const { from, to } of rows) expect(kept.indexOf(to)).toBeLessThanOrEqual(kept.indexOf(from));
});
