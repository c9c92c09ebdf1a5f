import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Pool } from "../../../server/sql/database.ts";
import { cloneDatabase } from "../../support/database.ts";
import { columnsOf, dumpRows } from "../../support/dump-rows.ts";
import { dumpSchema } from "../../support/dump-schema.ts";
import { migrateTo, migrations, putRows } from "../../support/old-database.ts";

const { pool } = cloneDatabase("template0");
const { pool: bare } = cloneDatabase("template0");

async function constraintsOf(db: Pool): Promise<string[]> {
  const { rows } = await db.query<{ told: string }>(`
    select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) as told
    from pg_constraint
    where connamespace = 'public'::regnamespace and convalidated
    order by 1`);
  return rows.map(({ told }) => told);
}

const rowsOf = async (text: string) => (await pool.query<Record<string, unknown>>(text)).rows;

/** What a migration makes of rows that are there already. */
const derived: Record<string, () => Promise<void>> = {
  "0009": async () => {
    expect(await rowsOf("select distinct bytes_read from import_job")).toEqual([{ bytes_read: 0 }]);
  },
  "0010": async () => {
    const text = `
      select series_key as key, import_id as import, first_period as first, last_period as last
      from series_change join series using (series_id) order by 1, 2`;
    const [som, dollar] = ["D.KGS.USD.NBKR", "D.USD.KGS.NBKR"];
    expect(await rowsOf(text)).toEqual([
      { key: som, import: 2, first: "2026-01-01", last: "2026-01-01" },
      { key: dollar, import: 1, first: "2026-01-01", last: "2026-01-02" },
      { key: dollar, import: 2, first: "2026-01-02", last: "2026-01-03" },
      { key: dollar, import: 3, first: "2026-01-02", last: "2026-01-03" },
    ]);
    expect(await rowsOf("select generation from catalogue")).toEqual([{ generation: 1 }]);
  },
  "0011": async () => {
    const countries = "select distinct countries from series";
    expect(await rowsOf(countries)).toEqual([{ countries: ["KG", "US"] }]);
    const found =
      "select from series where search_text like '%kirgizskiy%' and search_text like '%nbkr%'";
    expect(await rowsOf(found)).toHaveLength(2);
    expect(await rowsOf("select distinct written_by as by from event")).toEqual([
      { by: "fixtures" },
    ]);
    expect(await rowsOf("select from event where search_text like '%plavanii%'")).toHaveLength(1);
  },
  "0012": async () => {
    const text =
      "select source_code as code, rank, pivot, valid_from::text as since from source_history order by 1";
    expect(await rowsOf(text)).toEqual([
      { code: "MARKET", rank: 100, pivot: "USD", since: "-infinity" },
      { code: "NBKR", rank: 10, pivot: "KGS", since: "-infinity" },
    ]);
  },
  "0015": async () => {
    expect(await rowsOf("select from import where file_released_at is not null")).toEqual([]);
  },
};

describe("a database that has lived with every version", () => {
  it.each(migrations.map((name, at) => [name, at]))(
    "keeps rows and constraints when %s comes",
    async (name, at) => {
      const columns = await columnsOf(pool);
      // The generation is to rise.
      columns.delete("catalogue");
      const [rows, constraints] = [await dumpRows(pool, columns), await constraintsOf(pool)];
      await migrateTo(pool, at + 1);
      expect(await dumpRows(pool, columns)).toEqual(rows);
      expect(await constraintsOf(pool)).toEqual(expect.arrayContaining(constraints));
      await derived[name.slice(0, 4)]?.();
      await putRows(pool, at + 1);
    },
  );

  it("has rows in every table", async () => {
    const empty = Object.entries(await dumpRows(pool)).filter(([, rows]) => rows.length === 0);
    expect(empty.map(([name]) => name)).toEqual([]);
  });

  it("has the very schema of one that was migrated in one go", async () => {
    expect(await dumpSchema(pool)).toBe(readFileSync("tests/schema.sql", "utf8"));
  });
});

it("each migration can be taken back, which is how an older backup finds the tables that it knows", async () => {
  const schemas: string[] = [];
  for (let count = 1; count <= migrations.length; count += 1) {
    await migrateTo(bare, count);
    schemas.push(await dumpSchema(bare));
  }
  for (let count = migrations.length - 1; count > 0; count -= 1) {
    await migrateTo(bare, count);
    expect(await dumpSchema(bare), migrations[count]).toBe(schemas[count - 1]);
  }
});
