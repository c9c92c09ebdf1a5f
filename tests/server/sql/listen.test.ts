import { afterAll, beforeAll, expect, it } from "vitest";
import { writing } from "../../../server/sql/database.ts";
import { type Heard, Listening } from "../../../server/sql/listen.ts";
import { cloneDatabase } from "../../support/database.ts";
import { eventually } from "../../support/eventually.ts";

const { pool } = cloneDatabase("empty");
const listening = new Listening(pool);
const heard: Heard[] = [];
listening.hear((each) => heard.push(each));

beforeAll(() => listening.open());
afterAll(() => listening.close());

const insertImport = `
insert into import (import_id, committed_at, imported_by, sha256, mapping, report)
select coalesce(max(import_id), 0) + 1, clock_timestamp(), 'test', repeat('0', 64), '{}', '{}'
from import`;

/** The process of PostgreSQL that serves the connection. */
async function backend(): Promise<number> {
  const { rows } = await pool.query<{ pid: number }>(`
    select pid from pg_stat_activity
    where datname = current_database() and application_name = 'kurs listening'`);
  return rows[0]!.pid;
}

it("hears of imports and of the catalogue once they are committed, and not before", async () => {
  heard.length = 0;
  await writing(pool, async (db) => {
    await db.query(insertImport);
    await pool.query("select pg_notify('kurs', 'catalogue')");
    await eventually(() => expect(heard).toEqual([{ kind: "catalogue" }]));
  });
  await eventually(() => expect(heard).toEqual([{ kind: "catalogue" }, { kind: "import", id: 1 }]));
});

it("hears nothing of what was taken back", async () => {
  heard.length = 0;
  const taken = writing(pool, async (db) => {
    await db.query(insertImport);
    throw new Error("taken back");
  });
  await expect(taken).rejects.toThrow("taken back");
  await pool.query("select pg_notify('kurs', 'catalogue')");
  await eventually(() => expect(heard).toEqual([{ kind: "catalogue" }]));
});

it("tells when its connection is lost, and listens again by itself", async () => {
  heard.length = 0;
  await pool.query("select pg_terminate_backend($1)", [await backend()]);
  await eventually(() => expect(heard).toEqual([{ kind: "down" }, { kind: "up" }]));
  expect(listening.isUp).toBe(true);
  await pool.query("select pg_notify('kurs', 'catalogue')");
  await eventually(() => expect(heard.at(-1)).toEqual({ kind: "catalogue" }));
});

it("counts as down within seconds when nothing comes back, though the connection stands", async () => {
  heard.length = 0;
  const silent = await backend();
  process.kill(silent, "SIGSTOP");
  try {
    await eventually(() => expect(listening.isUp).toBe(false));
    await eventually(() => expect(heard[0]).toEqual({ kind: "down" }));
  } finally {
    process.kill(silent, "SIGCONT");
  }
  await eventually(() => expect(heard).toEqual([{ kind: "down" }, { kind: "up" }]));
});

it("tells that it is closed, and stays so", async () => {
  const once = new Listening(pool);
  const kinds: string[] = [];
  once.hear(({ kind }) => kinds.push(kind));
  await once.open();
  await once.close();
  await once.close();
  expect(kinds).toEqual(["up", "closed"]);
  expect(once.isUp).toBe(false);
});
