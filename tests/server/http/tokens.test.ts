import { afterAll, beforeAll, describe, expect, it } from "vitest";
import pino from "pino";
import { createToken } from "../../../server/import/token.ts";
import { reading, writing } from "../../../server/sql/database.ts";
import {
  isTokenInForce,
  noteTokenUse,
  revokeToken,
  selectTokens,
} from "../../../server/sql/token.ts";
import { runApp, type RunningApp } from "../../support/app.ts";
import { cloneDatabase } from "../../support/database.ts";
import { eventually } from "../../support/eventually.ts";

const { pool } = cloneDatabase("empty");
let app: RunningApp;
let logged = "";
beforeAll(async () => {
  const log = pino({ level: "trace" }, { write: (text: string) => void (logged += text) });
  app = await runApp(pool, { log, trustProxy: true });
});
afterAll(() => app.close());

/** Tries to write with a token; 404 is what one in force gets. */
const tryWith = (token: string, client = "203.0.113.1") =>
  fetch(`${app.address}/api/v1/events/4711`, {
    method: "DELETE",
    headers: { Authorization: `Bearer ${token}`, "X-Forwarded-For": client },
  });
const lastUseOf = async (label: string) =>
  (await reading(pool, selectTokens)).find((token) => token.label === label)?.lastUsedAt;

describe("a token", () => {
  it("tells when it was used last, and writes that down once a minute", async () => {
    const token = await createToken(pool, "diary");
    expect(await lastUseOf("diary")).toBeNull();
    expect((await tryWith(token)).status).toBe(404);
    const first = await eventually(async () => {
      const use = await lastUseOf("diary");
      expect(use).toEqual(expect.any(String));
      return use;
    });
    expect((await tryWith(token)).status).toBe(404);
    expect(await lastUseOf("diary")).toBe(first);
    const earlier = "update token set last_used_at = now() - interval '2 minutes' where label = $1";
    await pool.query(earlier, ["diary"]);
    await tryWith(token);
    await eventually(async () =>
      expect(Date.parse((await lastUseOf("diary")) ?? "")).toBeGreaterThanOrEqual(
        Date.parse(first ?? ""),
      ),
    );
  });

  it("lets writers in although its use cannot be noted, and the log says so", async () => {
    const token = await createToken(pool, "unnoted");
    await pool.query(
      "alter table token add constraint none check (last_used_at is null) not valid",
    );
    expect((await tryWith(token)).status).toBe(404);
    await eventually(() => expect(logged).toContain("the use of a token could not be noted"));
    await pool.query("alter table token drop constraint none");
  });

  it("has its use noted while its holder writes, which who revokes it waits for", async () => {
    await createToken(pool, "busy");
    let revoking = Promise.resolve(false);
    await writing(pool, async (db) => {
      expect(await isTokenInForce(db, "busy")).toBe(true);
      await writing(pool, (other) => noteTokenUse(other, "busy"));
      expect(await lastUseOf("busy")).toEqual(expect.any(String));
      revoking = writing(pool, (other) => revokeToken(other, "busy"));
      const waiting =
        "select from pg_stat_activity where wait_event_type = 'Lock' and query like $1";
      await eventually(async () =>
        expect((await pool.query(waiting, ["%set revoked_at = now()%"])).rows).toHaveLength(1),
      );
    });
    expect(await revoking).toBe(true);
    expect(await writing(pool, (db) => isTokenInForce(db, "busy"))).toBe(false);
  });

  it("that is revoked opens nothing from that moment on", async () => {
    const token = await createToken(pool, "leaver");
    expect((await tryWith(token)).status).toBe(404);
    await writing(pool, (db) => revokeToken(db, "leaver"));
    expect((await tryWith(token)).status).toBe(401);
  });

  it("is named in the log by its label, and stands there as little as in the database", async () => {
    const token = await createToken(pool, "secret one");
    const wrong = `kurs_${"x".repeat(43)}`;
    await tryWith(token);
    await tryWith(wrong);
    await eventually(() => expect(logged).toContain('"by":"secret one"'));
    const rows = await pool.query("select token::text from token");
    for (const secret of [token, wrong, token.slice(5), wrong.slice(5)]) {
      expect(logged).not.toContain(secret);
      expect(JSON.stringify(rows.rows)).not.toContain(secret);
    }
  });
});

describe("wrong tokens", () => {
  const client = "203.0.113.99";

  it("are refused ten times, and then for the rest of the minute the right one, too", async () => {
    const token = await createToken(pool, "right");
    const tries = [];
    for (let i = 0; i < 10; i++) tries.push((await tryWith(`kurs_${i}`, client)).status);
    expect(new Set(tries)).toEqual(new Set([401]));
    for (const next of ["kurs_10", token]) {
      const response = await tryWith(next, client);
      expect([response.status, await response.json()]).toMatchObject([
        429,
        { type: "/problems/too-many-requests" },
      ]);
      const seconds = Number(response.headers.get("retry-after"));
      expect(seconds).toBeGreaterThan(0);
      expect(seconds).toBeLessThanOrEqual(60);
    }
    expect((await tryWith(token, "203.0.113.98")).status).toBe(404);
  });

  it("are refused as soon when they come all at once", async () => {
    const at = "203.0.113.96";
    const tries = Array.from({ length: 40 }, (_, i) => tryWith(`kurs_${i}`, at));
    const statuses = (await Promise.all(tries)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(10);
    expect(statuses.filter((status) => status === 429)).toHaveLength(30);
  });

  it("hinder nobody's reading, and no token at all is no guess", async () => {
    const headers = { "X-Forwarded-For": client };
    expect((await fetch(`${app.address}/api/v1/datasets`, { headers })).status).toBe(200);
    const init = { method: "POST", headers: { "X-Forwarded-For": "203.0.113.97" } };
    for (let i = 0; i < 12; i++)
      expect((await fetch(`${app.address}/api/v1/imports`, init)).status).toBe(401);
  });
});
