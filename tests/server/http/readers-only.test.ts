import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addressOfExample, examples } from "../../../server/contract/examples.ts";
import { Problem } from "../../../server/contract/problem.ts";
import { createPool, createReaders } from "../../../server/sql/database.ts";
import { runApp, type RunningApp } from "../../support/app.ts";
import { cloneDatabase } from "../../support/database.ts";
import { eventually } from "../../support/eventually.ts";

const database = cloneDatabase("fixtures");
const mostMs = 200;
const readers = () => createReaders(database.pool, () => undefined, mostMs);

describe("what reads", () => {
  let app: RunningApp;
  beforeAll(async () => {
    const writers = createPool(database.connection, () => undefined);
    await writers.end();
    const named = examples.some(({ endpoint }) => endpoint === "mapping");
    expect(named).toBe(true);
    app = await runApp(database.pool, { pool: writers });
  });
  afterAll(() => app.close());

  it.each(examples)("asks only connections that cannot write: $name", async (example) => {
    const response = await fetch(`${app.address}${addressOfExample(example)}`);
    // Nothing is stored under the name that it asks for.
    expect([200, 404]).toContain(response.status);
    await response.text();
  });

  it("asks them also about jobs and for the stream of changes", async () => {
    expect((await fetch(`${app.address}/api/v1/imports/jobs/x`)).status).toBe(404);
    expect((await fetch(`${app.address}/api/v1/changes`)).status).toBe(200);
  });
});

describe("a statement that takes too long", () => {
  it("ends, and its reader is told to come back", async () => {
    const slow = readers();
    const app = await runApp(database.pool, { readers: slow, keptBytes: 0 });
    const holder = await database.pool.connect();
    try {
      await holder.query("begin");
      await holder.query("lock table series in access exclusive mode");
      const response = await fetch(`${app.address}/api/v1/datasets`);
      const problem = Problem.parse(await response.json());
      expect([response.status, problem.type]).toEqual([503, "/problems/unavailable"]);
      expect(problem.detail).toContain("took longer");
      expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
    } finally {
      await holder.query("rollback");
      holder.release();
    }
    // Where the machine is busy, more than one statement may be too slow for this limit.
    await eventually(async () =>
      expect((await fetch(`${app.address}/api/v1/datasets`)).status).toBe(200),
    );
    await app.close();
    await slow.end();
  });
});
