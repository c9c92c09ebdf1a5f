import { request } from "node:http";
import { describe, expect, it } from "vitest";
import { createToken } from "../../../server/import/token.ts";
import { writing } from "../../../server/sql/database.ts";
import { revokeToken } from "../../../server/sql/token.ts";
import { startApp } from "../../support/app.ts";
import { eventually } from "../../support/eventually.ts";

const app = startApp();
let leavers = 0;

interface Sent {
  method?: string;
  path: string;
  type: string;
  headers?: Record<string, string>;
  /** Sent with the token in force, and when it is revoked. */
  pieces: [before: string, after: string];
}

/** What a request comes to whose token is revoked while its body is on its way. */
async function revokedMidway({ method = "POST", path, type, headers, pieces }: Sent) {
  const { pool } = app.database;
  const label = `leaver ${(leavers += 1)}`;
  const token = await createToken(pool, label);
  const sent = request(app.address + path, {
    method,
    headers: { Authorization: `Bearer ${token}`, "Content-Type": type, ...headers },
  });
  const answered = new Promise<{ status: number; body: unknown }>((resolve, reject) => {
    sent.on("error", reject).on("response", (response) => {
      let text = "";
      response.on("data", (bytes: Buffer) => (text += bytes.toString()));
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, body: JSON.parse(text) as unknown }),
      );
    });
  });
  sent.write(pieces[0]);
  // Its use is noted once it was let in.
  await eventually(async () => {
    const used = "select from token where label = $1 and last_used_at is not null";
    expect((await pool.query(used, [label])).rowCount).toBe(1);
  });
  await writing(pool, (db) => revokeToken(db, label));
  sent.end(pieces[1]);
  return answered;
}

const count = async (table: string) =>
  (await app.database.pool.query<{ n: number }>(`select count(*) as n from ${table}`)).rows[0]?.n;

const rates: [string, string] = ["date,base,quote,rate\n2026-08-20,USD,", "KGS,87.45\n"];
const event = {
  start: "2026-08-20",
  kind: "policy",
  title: { en: "x" },
  text: { en: "x" },
  countries: ["KG"],
  source: { name: "x" },
};

describe("a token that is revoked while the body of its request is on its way", () => {
  it("stores no import", async () => {
    const before = await count("import");
    const path = "/api/v1/imports?source=NBKR&dataset=FX";
    const { status, body } = await revokedMidway({ path, type: "text/csv", pieces: rates });
    expect([status, body]).toMatchObject([401, { type: "/problems/unauthorized" }]);
    expect(await count("import")).toBe(before);
  });

  it("stores no import that goes on as a job, which is refused", async () => {
    const before = await count("import");
    const path = "/api/v1/imports?source=NBKR&dataset=FX";
    const headers = { Prefer: "respond-async" };
    const { status, body } = await revokedMidway({
      path,
      type: "text/csv",
      headers,
      pieces: rates,
    });
    expect(status).toBe(202);
    const { job } = body as { job: string };
    await eventually(async () => {
      const { body: now } = await app.ask("importJob", { job });
      expect(now.state).toBe("refused");
      expect(now.problem?.type).toBe("/problems/unauthorized");
    });
    expect(await count("import")).toBe(before);
  });

  it.each([
    [
      "mapping",
      "PUT",
      "/api/v1/mappings/left",
      "application/json",
      JSON.stringify({ decimal: "," }),
    ],
    ["event", "POST", "/api/v1/events", "application/json", JSON.stringify(event)],
    [
      "event",
      "POST",
      "/api/v1/events/import",
      "text/csv",
      "start,category,title_en,countries,source\n2026-08-20,policy,x,KG,x\n",
    ],
  ])("stores no %s by %s %s", async (table, method, path, type, text) => {
    const before = await count(table);
    const pieces: [string, string] = [text.slice(0, 10), text.slice(10)];
    const { status } = await revokedMidway({ method, path, type, pieces });
    expect(status).toBe(401);
    expect(await count(table)).toBe(before);
  });
});

/** What a request comes to whose token is revoked while it waits to write into a table. */
async function revokedInTheMiddle(
  table: string,
  { method, path, body }: { method: string; path: string; body?: string },
) {
  const { pool } = app.database;
  const label = `leaver ${(leavers += 1)}`;
  const token = await createToken(pool, label);
  const holder = await pool.connect();
  await holder.query(`begin; lock table ${table} in exclusive mode`);
  const headers = { Authorization: `Bearer ${token}`, "Content-Type": typeOf(path) };
  const answered = fetch(app.address + path, { method, headers, ...(body && { body }) });
  try {
    await eventually(async () => {
      const waiting =
        "select from pg_locks where not granted and relation = $1::regclass and database = (select oid from pg_database where datname = current_database())";
      expect((await pool.query(waiting, [table])).rowCount).toBe(1);
    });
    await writing(pool, (db) => revokeToken(db, label));
  } finally {
    await holder.query("commit");
    holder.release();
  }
  return (await answered).status;
}

const typeOf = (path: string) =>
  path.endsWith("/import") ? "text/csv" : "application/json; charset=utf-8";

const rowsOf = async (table: string): Promise<unknown[]> =>
  (await app.database.pool.query<object>(`select * from ${table} order by 1`)).rows;

describe("a token that is revoked while what it writes is under way", () => {
  it.each([
    ["import", "POST", "/api/v1/imports/1/undo", undefined],
    ["source", "PUT", "/api/v1/sources/MARKET", JSON.stringify({ rank: 7 })],
    ["mapping", "PUT", "/api/v1/mappings/left", JSON.stringify({ decimal: "," })],
    ["event", "POST", "/api/v1/events", JSON.stringify(event)],
    ["event", "PUT", "/api/v1/events/1", JSON.stringify(event)],
    ["event", "DELETE", "/api/v1/events/1", undefined],
    [
      "event",
      "POST",
      "/api/v1/events/import",
      "start,end,countries,kind,title,text,source_name,source_url\n2026-08-20,,KG,policy,x,x,x,https://example.org\n",
    ],
  ])("changes nothing in the table %s by %s %s", async (table, method, path, body) => {
    const before = await rowsOf(table);
    const request = body === undefined ? { method, path } : { method, path, body };
    expect(await revokedInTheMiddle(table, request)).toBe(401);
    expect(await rowsOf(table)).toEqual(before);
  });
});
