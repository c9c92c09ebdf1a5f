import { afterAll, expect, it } from "vitest";
import { createReaders } from "../../../server/sql/database.ts";
import { cloneDatabase } from "../../support/database.ts";

const { pool } = cloneDatabase("empty");
const readers = createReaders(pool, () => undefined);
afterAll(() => readers.end());

it("a pool of readers reads what the other pool wrote, in its forms, and writes nothing", async () => {
  await pool.query("create table sample (day date, digits numeric)");
  await pool.query("insert into sample values ('2026-10-01', 87.4500)");
  const { rows } = await readers.query("select day, digits from sample");
  expect(rows).toEqual([{ day: "2026-10-01", digits: "87.4500" }]);
  await expect(readers.query("delete from sample")).rejects.toThrow("read-only transaction");
});
