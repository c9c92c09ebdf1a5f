import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createToken } from "../../../server/import/token.ts";
import { runApp, type RunningApp } from "../../support/app.ts";
import { cloneDatabase } from "../../support/database.ts";
import { rawRequest } from "../../support/raw-request.ts";

const { pool } = cloneDatabase("empty");
let app: RunningApp;
let token = "";
beforeAll(async () => {
  app = await runApp(pool, { publicUrl: "https://kurs.example", trustProxy: true });
  token = await createToken(pool, "test");
});
afterAll(() => app.close());

/** The status of a request to write something that is not there: 404 where it may. */
async function statusFrom(origin: string | null, headers: Record<string, string> = {}) {
  const lines = { Authorization: `Bearer ${token}`, Connection: "close", ...headers };
  const sent = origin === null ? lines : { ...lines, Origin: origin };
  const text = Object.entries({ Host: "127.0.0.1:8080", ...sent })
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join("");
  const answer = await rawRequest(
    app.address,
    `DELETE /api/v1/events/4711 HTTP/1.1\r\n${text}\r\n`,
  );
  return Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]);
}

describe("a request to write", () => {
  it.each([
    ["no origin, as programs do", null, {}],
    ["the public address", "https://kurs.example", {}],
    ["the host that it is sent to", "http://127.0.0.1:8080", {}],
    ["that host over TLS, as through a proxy", "https://Kurs.test", { Host: "kurs.test" }],
    ["the host that a proxy says", "https://news.test", { "X-Forwarded-Host": "news.test" }],
  ])("with %s may", async (_what, origin, headers) => {
    expect(await statusFrom(origin, headers)).toBe(404);
  });

  it.each([
    ["another site", "https://evil.example"],
    ["another port of the host", "http://127.0.0.1:8081"],
    ["the public address without TLS", "http://kurs.example"],
    ["a name that only begins as the host's", "http://127.0.0.1:8080.evil.example"],
    ["a page without a name", "null"],
    ["no address at all", "<script>"],
  ])("with the origin of %s may not, whatever token it has", async (_what, origin) => {
    expect(await statusFrom(origin)).toBe(403);
  });

  it("is refused before its token is looked at, and reading is open to all", async () => {
    const headers = { Origin: "https://evil.example" };
    const post = await fetch(`${app.address}/api/v1/imports`, { method: "POST", headers });
    expect([post.status, await post.json()]).toMatchObject([
      403,
      { type: "/problems/forbidden", detail: "Pages of https://evil.example may not write here." },
    ]);
    expect(post.headers.get("access-control-allow-origin")).toBeNull();
    expect((await fetch(`${app.address}/api/v1/imports`, { headers })).status).toBe(200);
  });
});
