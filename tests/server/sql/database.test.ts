import { describe, expect, it } from "vitest";
import { reading, tentatively, writing } from "../../../server/sql/database.ts";
import { cloneDatabase } from "../../support/database.ts";

const { pool } = cloneDatabase("empty");
const insert = 'insert into source (source_code, name) values ($1, \'{"en":"x"}\')';
const count = async (code: string) => {
  const { rowCount } = await pool.query("select from source where source_code = $1", [code]);
  return rowCount;
};

describe("reading(pool, work)", () => {
  it("cannot write, whatever it is asked", async () => {
    await expect(reading(pool, (db) => db.query(insert, ["READ"]))).rejects.toThrow(
      "read-only transaction",
    );
    expect(await count("READ")).toBe(0);
  });

  it("keeps dates, moments and decimals to the letter", async () => {
    const text =
      "select '2026-03-29'::date as day, 87.4500::numeric as rate, '2026-03-29 12:00+06'::timestamptz as at, 7::bigint as n";
    const { rows } = await reading(pool, (db) => db.query(text));
    expect(rows).toEqual([
      { day: "2026-03-29", rate: "87.4500", at: "2026-03-29T06:00:00.000Z", n: 7 },
    ]);
  });
});

describe("writing(pool, work)", () => {
  it("stores nothing when the work throws", async () => {
    const work = writing(pool, async (db) => {
      await db.query(insert, ["THROWN"]);
      throw new Error("on purpose");
    });
    await expect(work).rejects.toThrow("on purpose");
    expect(await count("THROWN")).toBe(0);
  });

  it("lets the pool go on after a connection was killed in the middle", async () => {
    const killed = writing(pool, (db) => db.query("select pg_terminate_backend(pg_backend_pid())"));
    await expect(killed).rejects.toThrow();
    await writing(pool, (db) => db.query(insert, ["AFTER"]));
    expect(await count("AFTER")).toBe(1);
  });
});

describe("tentatively(pool, work)", () => {
  it("stores what is to be kept, and takes the rest back", async () => {
    for (const keep of [true, false]) {
      const result = await tentatively(pool, async (db) => {
        await db.query(insert, [`KEEP_${String(keep).toUpperCase()}`]);
        return { keep, result: keep };
      });
      expect(result).toBe(keep);
    }
    expect(await count("KEEP_TRUE")).toBe(1);
    expect(await count("KEEP_FALSE")).toBe(0);
  });
});
