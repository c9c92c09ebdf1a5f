import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { backUp, bringBack } from "../../support/backup-file.ts";
import { cloneDatabase } from "../../support/database.ts";
import { dumpRows } from "../../support/dump-rows.ts";
import { dumpSchema } from "../../support/dump-schema.ts";
import { importText, ratesFile } from "../../support/import-text.ts";
import { growOld, migrateTo, migrations } from "../../support/old-database.ts";

/** Every row but the generation, which a restore draws anew. */
async function rowsOf(pool: Parameters<typeof dumpRows>[0]) {
  const { catalogue, ...rows } = await dumpRows(pool);
  expect(catalogue).toHaveLength(1);
  return rows;
}

/** Jobs that ran when the backup was made have failed, as after any other end of their server. */
const isRunning = (row: string) => row.includes(",running,");

describe("a restored backup", () => {
  const { pool: from } = cloneDatabase("template0");
  const { pool: to } = cloneDatabase("template0");
  let path: string;
  beforeAll(async () => {
    path = join(inject("folder"), "whole.tar.gz");
    await growOld(from, migrations.length);
    await backUp(from, path);
    await bringBack(to, path);
  });

  it("has every row of the original, digit for digit", async () => {
    const { import_job: jobs = [], ...rows } = await rowsOf(from);
    const { import_job: restored = [], ...others } = await rowsOf(to);
    expect(others).toEqual(rows);
    expect(restored.filter((row) => !row.includes(",failed,"))).toEqual(
      jobs.filter((row) => !isRunning(row)),
    );
    expect(restored).toHaveLength(jobs.length);
  });

  it("has the schema, with every index and key, and triggers that work", async () => {
    expect(await dumpSchema(to)).toBe(await readFile("tests/schema.sql", "utf8"));
    const { rows } = await to.query("select tgname from pg_trigger where tgenabled <> 'O'");
    expect(rows).toEqual([]);
    await expect(to.query("delete from observation")).rejects.toThrow("never deleted");
  });

  it("has a generation that the original never had, so that no reader's copy of it is taken for what is here", async () => {
    const [{ generation }] = (
      await to.query<{ generation: number }>("select generation from catalogue")
    ).rows as [{ generation: number }];
    expect(generation).toBeGreaterThan(Date.parse("2026-01-01"));
  });

  it("counts on where the original was", async () => {
    const next = `
      select nextval(pg_get_serial_sequence('series', 'series_id')) as series,
        nextval(pg_get_serial_sequence('event', 'event_id')) as event,
        nextval(pg_get_serial_sequence('dataset', 'position')) as dataset`;
    expect((await to.query(next)).rows).toEqual((await from.query(next)).rows);
  });

  it("is not written over by a second one", async () => {
    const before = await rowsOf(to);
    await expect(bringBack(to, path)).rejects.toThrow(
      /^The database is not empty \(it has rows in source, /,
    );
    expect(await rowsOf(to)).toEqual(before);
  });
});

describe("a database that works on", () => {
  const { pool: from } = cloneDatabase("fixtures");
  const { pool: to } = cloneDatabase("empty");

  it("takes the next import as the original does", async () => {
    const path = join(inject("folder"), "fixtures.tar.gz");
    await backUp(from, path);
    await bringBack(to, path);
    const text = ratesFile({ "2026-08-17": "87.4500", "2026-08-18": "87.5" });
    const [one, other] = [await importText(from, text), await importText(to, text)];
    expect({ ...other, at: null }).toEqual({ ...one, at: null });
    const { import: imports, ...rows } = await rowsOf(from);
    const { import: restored, ...others } = await rowsOf(to);
    expect(others).toEqual(rows);
    expect(restored).toHaveLength(imports!.length);
  });
});

describe.each([9, 11, migrations.length - 1])("a backup of a Kurs of %i migrations", (count) => {
  const { pool: old } = cloneDatabase("template0");
  const { pool: blank } = cloneDatabase("template0");
  const { pool: migrated } = cloneDatabase("empty");

  it("becomes what its database would have become", async () => {
    const path = join(inject("folder"), `old-${count}.tar.gz`);
    await growOld(old, count);
    await backUp(old, path);
    await migrateTo(old, migrations.length);
    const { import_job: _, ...rows } = await rowsOf(old);
    for (const target of [blank, migrated]) {
      await bringBack(target, path);
      const { import_job: __, ...restored } = await rowsOf(target);
      expect(restored).toEqual(rows);
      expect(await dumpSchema(target)).toBe(await dumpSchema(old));
    }
  });
});
