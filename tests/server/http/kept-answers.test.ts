import pino from "pino";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createToken } from "../../../server/import/token.ts";
import { createPool, type Pool } from "../../../server/sql/database.ts";
import { type RunningApp, runApp } from "../../support/app.ts";
import { cloneDatabase } from "../../support/database.ts";
import { eventually } from "../../support/eventually.ts";
import { ratesFile } from "../../support/import-text.ts";

const database = cloneDatabase("fixtures");
const path = "/api/v1/series/FX/D.USD.KGS.NBKR/observations?last=1";
let moment = "2026-10-01T12:00:00Z";
let token = "";
let farPool: Pool;
/** Two servers on one database: imports go to the near one. */
let near: RunningApp, far: RunningApp;
/** Which of the requests since the test began were answered from what was kept. */
let lines: { kept?: boolean; path: string; status: number }[] = [];

beforeAll(async () => {
  token = await createToken(database.pool, "test");
  farPool = createPool(database.connection, () => undefined);
  const write = (line: string) => void lines.push(JSON.parse(line) as (typeof lines)[number]);
  const told = { log: pino({}, { write }), now: () => new Date(moment) };
  near = await runApp(database.pool, told);
  far = await runApp(farPool, told);
  await post({ "2026-09-01": "87.5000" });
});
afterAll(async () => {
  await near.close();
  await far.close();
  await farPool.end();
});
beforeEach(() => {
  lines = [];
  moment = "2026-10-01T12:00:00Z";
});

const get = (from: RunningApp, asked = path, headers: Record<string, string> = {}) =>
  fetch(`${from.address}${asked}`, { headers });
const textOf = async (...asked: Parameters<typeof get>) => (await get(...asked)).text();
const keptLines = () => lines.filter(({ kept }) => kept === true);

/** Asks until the answer is kept, which it is from the second time on while the database is heard. */
async function keep(...asked: Parameters<typeof get>): Promise<Response> {
  return eventually(async () => {
    const before = keptLines().length;
    const response = await get(...asked);
    await response.clone().text();
    expect(keptLines().length).toBeGreaterThan(before);
    return response;
  });
}

async function post(rates: Record<string, string>, source = "NBKR"): Promise<void> {
  const response = await fetch(`${near.address}/api/v1/imports?source=${source}&onError=skip`, {
    method: "POST",
    headers: { Authorization: `Bearer ${token}`, "Content-Type": "text/csv" },
    body: ratesFile(rates),
  });
  expect(response.status, await response.text()).toBe(201);
}

describe("a kept answer", () => {
  it("leaves with the very headers and bytes that it left with when it was made", async () => {
    for (const coding of ["identity", "gzip", "br"]) {
      const asked = "/api/v1/series?limit=40";
      const made = await get(near, asked, { "Accept-Encoding": coding });
      const kept = await keep(near, asked, { "Accept-Encoding": coding });
      const ofAll = ({ headers }: Response) => {
        const own = new Set(["x-request-id", "ratelimit", "ratelimit-policy", "date"]);
        return Object.fromEntries([...headers].filter(([name]) => !own.has(name)));
      };
      expect(ofAll(kept)).toEqual(ofAll(made));
      expect(kept.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
      expect(kept.headers.get("content-security-policy")).toContain("default-src 'none'");
      expect(kept.headers.get("access-control-allow-origin")).toBe("*");
      expect(await kept.text()).toBe(await made.text());
    }
  });

  it("answers 304 to who has it, and HEAD without its body", async () => {
    const etag = (await keep(near)).headers.get("etag") ?? "";
    lines = [];
    const known = await get(near, path, { "If-None-Match": `"other", ${etag}` });
    const head = await fetch(`${near.address}${path}`, { method: "HEAD" });
    expect([known.status, known.headers.get("etag")]).toEqual([304, etag]);
    expect(known.headers.get("content-length")).toBeNull();
    expect([head.status, head.headers.get("etag"), await head.text()]).toEqual([200, etag, ""]);
    expect(keptLines()).toHaveLength(2);
  });

  it("is another one by coding, language and format", async () => {
    const asked = [
      { "Accept-Encoding": "gzip" },
      { "Accept-Language": "ru" },
      { Accept: "text/csv" },
    ];
    const tags = new Set<string | null>();
    for (const headers of [{}, ...asked]) {
      const all = { "Accept-Encoding": "identity", ...headers };
      tags.add((await keep(near, path, all)).headers.get("etag"));
    }
    expect(tags.size).toBe(4);
  });

  it("of a day is told until the day ends, and is made anew on the next", async () => {
    const asked = "/api/v1/rates/latest?base=USD&quotes=KGS";
    const control = (response: Response) => response.headers.get("cache-control");
    expect(control(await keep(near, asked))).toContain("max-age=300,");
    moment = "2026-10-01T23:58:00Z";
    const late = await keep(near, asked);
    expect(control(late)).toBe("public, max-age=120, stale-while-revalidate=0");
    moment = "2026-10-01T23:59:30Z";
    expect(control(await keep(near, asked))).toContain("max-age=30,");
    moment = "2026-10-02T00:00:01Z";
    const next = await get(near, asked);
    expect(next.headers.get("etag")).not.toBe(late.headers.get("etag"));
    expect(await next.json()).toMatchObject({ date: "2026-10-02" });
  });
});

describe("a commit", () => {
  it("is seen by the very next request to the server that answered, and by others soon after", async () => {
    for (const [i, rate] of ["87.1000", "87.2000", "87.3000"].entries()) {
      await keep(near);
      await keep(far);
      await post({ [`2026-09-3${i % 1}`]: rate });
      expect(await textOf(near)).toContain(rate);
      await eventually(async () => expect(await textOf(far)).toContain(rate));
    }
  });

  it("of events or of a source's name is seen, too", async () => {
    const asked = "/api/v1/sources";
    await keep(far, asked);
    await database.pool.query(
      `update source set homepage = 'https://kept.example' where source_code = 'NBKR'`,
    );
    await eventually(async () =>
      expect(await textOf(far, asked)).toContain("https://kept.example"),
    );
    const events = "/api/v1/events?limit=1";
    const before = (await keep(far, events)).headers.get("etag");
    await database.pool.query(`update event set kind = kind`);
    await eventually(async () =>
      expect((await get(far, events)).headers.get("etag")).not.toBe(before),
    );
  });

  it("that has nothing to do with a series leaves its tag as it was", async () => {
    // A source that is new changes the catalogue.
    await post({ "2026-09-28": "87.6" }, "ELSEWHERE");
    const { headers } = await keep(near);
    const known = { "If-None-Match": headers.get("etag") ?? "" };
    await post({ "2026-09-29": "87.7" }, "ELSEWHERE");
    expect((await get(near, path, known)).status).toBe(304);
    await post({ "2026-09-28": "87.6500" });
    expect((await get(near, path, known)).status).toBe(200);
  });
});

describe("a server that cannot hear the database", () => {
  it("gives no kept answer, and keeps again once it hears", async () => {
    await keep(far);
    const down = new Promise<void>((resolve) => {
      const stop = far.listening.hear(({ kind }) => {
        if (kind === "down") resolve(stop());
      });
    });
    await database.pool.query(`
      select pg_terminate_backend(pid)
      from pg_stat_activity
      where datname = current_database() and application_name = 'kurs listening'`);
    await down;
    lines = [];
    const response = await get(far);
    expect(response.status).toBe(200);
    expect(lines.filter(({ kept }) => kept).length === 0 || far.listening.isUp).toBe(true);
    await keep(far);
  });
});

it("equal questions in another order have one tag", async () => {
  const asked = "/api/v1/series/FX/D.USD.KGS.NBKR/observations";
  const [one, two] = [`${asked}?start=2026-09&last=3`, `${asked}?last=3&start=2026-09`];
  expect((await get(near, one)).headers.get("etag")).toBe(
    (await get(near, two)).headers.get("etag"),
  );
});

it("what was refused is never kept", async () => {
  for (let i = 0; i < 3; i++) expect((await get(near, `${path}&wrong=1`)).status).toBe(400);
  expect(keptLines()).toEqual([]);
});
