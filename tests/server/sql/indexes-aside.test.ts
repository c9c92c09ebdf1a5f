import { expect, it } from "vitest";
import { writing } from "../../../server/sql/database.ts";
import { withIndexesAside } from "../../../server/sql/indexes-aside.ts";
import { selectKeptTables } from "../../../server/sql/kept-tables.ts";
import { cloneDatabase } from "../../support/database.ts";
import { dumpSchema } from "../../support/dump-schema.ts";

const { pool } = cloneDatabase("fixtures");

const indexText =
  "select indexrelid::regclass::text as name from pg_index where indrelid = $1::regclass";

it("sets aside what no other table refers to, and makes the very same again", async () => {
  const before = await dumpSchema(pool);
  await writing(pool, async (db) => {
    const left: Record<string, unknown[]> = {};
    for (const { name } of await selectKeptTables(db)) {
      await withIndexesAside(db, name, async () => {
        left[name] = (await db.query<{ name: string }>(indexText, [name])).rows.map(
          (row) => row.name,
        );
      });
    }
    expect(left).toMatchObject({
      observation: [],
      series_change: [],
      series: ["series_pkey"],
      import: ["import_pkey"],
    });
  });
  expect(await dumpSchema(pool)).toBe(before);
});

it("refuses rows that break a key", async () => {
  const twice = writing(pool, (db) =>
    withIndexesAside(db, "series_change", () =>
      db.query("insert into series_change select * from series_change"),
    ),
  );
  await expect(twice).rejects.toThrow(/could not create unique index "series_change_pkey"/);
  expect((await pool.query(indexText, ["series_change"])).rowCount).toBe(2);
});
