import { expect, it } from "vitest";
import { cloneDatabase } from "../../support/database.ts";
import { dumpSchema } from "../../support/dump-schema.ts";

const { pool } = cloneDatabase("empty");

it("tests/schema.sql shows the schema after all migrations; `npx vitest run -u` writes it anew", async () => {
  await expect(await dumpSchema(pool)).toMatchFileSnapshot("../../schema.sql");
});

const base = `
insert into source (source_code, name) values ('S', '{"en":"S"}');
insert into dataset (dataset_code, title, description, definition) values ('X', '{"en":"X"}', '{"en":"X"}', '{}');
insert into series (dataset_code, series_key, codes, frequency, unit, kind, source_code, title)
  values ('X', 'A.B', '{A,B}', 'A', 'PC', 'flow', 'S', '{"en":"T"}');
insert into import (import_id, committed_at, imported_by, sha256, mapping, report)
  values (1, now(), 'test', repeat('0', 64), '{}', '{}'), (2, now() + interval '1 s', 'test', repeat('1', 64), '{}', '{}');
insert into observation (series_id, period, import_id, said_by, line, value)
  select series_id, '2026-01-01', 1, 1, 1, 1 from series;`;

it.each([
  [
    "two current versions of a period",
    "insert into observation (series_id, period, import_id, said_by, line, value) select series_id, '2026-01-01', 2, 2, 1, 2 from series",
    "observation_current",
  ],
  [
    "NaN as a value",
    "insert into observation (series_id, period, import_id, said_by, line, value) select series_id, '2027-01-01', 2, 2, 1, 'NaN' from series",
    "observation_value_check",
  ],
  [
    "infinity as a value",
    "insert into observation (series_id, period, import_id, said_by, line, value) select series_id, '2027-01-01', 2, 2, 1, 'Infinity' from series",
    "observation_value_check",
  ],
  [
    "no value without a status that says why",
    "insert into observation (series_id, period, import_id, said_by, line, value) select series_id, '2027-01-01', 2, 2, 1, null from series",
    "observation_check",
  ],
  [
    "a version that its own import supersedes",
    "update observation set superseded_by = 1",
    "observation_check",
  ],
  [
    "an undo of a later import",
    "insert into import (import_id, committed_at, imported_by, report, undoes) values (3, now() + interval '2 s', 'test', '{}', 3)",
    "import_check",
  ],
  [
    "an observation of no series",
    "insert into observation (series_id, period, import_id, said_by, line, value) values (-1, '2027-01-01', 2, 2, 1, 1)",
    "series_change_series_id_fkey",
  ],
  [
    "an observation of no import",
    "insert into observation (series_id, period, import_id, said_by, line, value) select series_id, '2027-01-01', 99, 2, 1, 1 from series",
    "series_change_import_id_fkey",
  ],
  ["the deletion of a version", "delete from observation", "never deleted"],
  ["the deletion of an import", "delete from import", "never deleted"],
  ["a key that is not its codes", "update series set series_key = 'A.C'", "series_check"],
  [
    "a peg without a value",
    "insert into regime (currency, valid_from, kind) values ('TMT', '2015-01-01', 'peg')",
    "regime_check",
  ],
])("the schema refuses %s", async (_, statement, constraint) => {
  const client = await pool.connect();
  try {
    await client.query("begin");
    await client.query(base);
    await expect(client.query(statement)).rejects.toThrow(constraint);
  } finally {
    await client.query("rollback");
    client.release();
  }
});
