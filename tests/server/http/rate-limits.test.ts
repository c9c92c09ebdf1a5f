import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Problem } from "../../../server/contract/problem.ts";
import { runApp, type RunningApp } from "../../support/app.ts";
import { cloneDatabase } from "../../support/database.ts";
import { eventually } from "../../support/eventually.ts";
import { rawRequest } from "../../support/raw-request.ts";

const { pool } = cloneDatabase("fixtures");
const perMinute = 10;
let app: RunningApp;
beforeAll(async () => {
  app = await runApp(pool, { rateLimit: perMinute, trustProxy: true });
});
afterAll(() => app.close());

let clients = 0;
const newClient = () => `203.0.113.${(clients += 1)}`;
const ask = (client: string, path = "/api/v1/nowhere", init: RequestInit = {}) =>
  fetch(`${app.address}${path}`, {
    ...init,
    headers: { ...init.headers, "X-Forwarded-For": client },
  });
const leftOf = ({ headers }: Response) =>
  Number(/;r=(\d+)/.exec(headers.get("ratelimit") ?? "")?.[1]);
async function spend(client: string): Promise<void> {
  for (let i = 0; i < perMinute; i++) expect((await ask(client)).status).not.toBe(429);
}

describe("requests of one client", () => {
  it("are counted down in the standard's headers, those of others apart", async () => {
    const [one, other] = [newClient(), newClient()];
    for (let left = perMinute - 1; left >= 0; left--) {
      const { headers } = await ask(one);
      expect(headers.get("ratelimit-policy")).toBe('"minute";q=10;w=60');
      expect(headers.get("ratelimit")).toMatch(new RegExp(`^"minute";r=${left};t=\\d+$`));
    }
    expect(leftOf(await ask(other))).toBe(perMinute - 1);
  });

  it("over the limit get a problem that any page can read, whatever they ask", async () => {
    const client = newClient();
    await spend(client);
    for (const [path, method] of [
      ["/api/v1/datasets", "GET"],
      ["/", "GET"],
      ["/api/v1/imports", "POST"],
      ["/api/v1/datasets", "HEAD"],
    ] as const) {
      const response = await ask(client, path, { method });
      expect(response.status).toBe(429);
      const seconds = Number(response.headers.get("retry-after"));
      expect(seconds).toBeGreaterThan(0);
      expect(seconds).toBeLessThanOrEqual(60);
      expect(Number.isInteger(seconds)).toBe(true);
      expect(response.headers.get("content-type")).toContain("application/problem+json");
      expect(response.headers.get("cache-control")).toBe("no-store");
      expect(response.headers.get("access-control-allow-origin")).toBe("*");
      const text = await response.text();
      if (method === "HEAD") expect(text).toBe("");
      else expect(Problem.parse(JSON.parse(text)).type).toBe("/problems/too-many-requests");
    }
  });

  it("over the limit are not answered from what is kept either", async () => {
    const client = newClient();
    const path = "/api/v1/rates/latest?base=USD&quotes=KGS";
    expect((await ask(client, path)).status).toBe(200);
    await spend(client).catch(() => undefined);
    expect((await ask(client, path)).status).toBe(429);
    expect((await ask(newClient(), path)).status).toBe(200);
  });

  it("are limited by a budget of their own where a server is watched", async () => {
    const client = newClient();
    await spend(client);
    expect((await ask(client)).status).toBe(429);
    for (const path of ["/healthz", "/readyz", "/healthz?"])
      expect((await ask(client, path)).status).toBe(200);
  });

  it("sent ahead on one connection get one answer together, and the connection ends", async () => {
    const client = newClient();
    await spend(client);
    const request = `GET /api/v1/datasets HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: ${client}\r\n\r\n`;
    const answer = await rawRequest(app.address, request.repeat(20));
    expect(answer.match(/HTTP\/1\.1 \d+/g)).toEqual(["HTTP/1.1 429"]);
    expect(answer).toContain("Connection: close");
  });
});

describe("answers that cost little", () => {
  it("count a fiftieth: from memory, and 304", async () => {
    const client = newClient();
    const path = "/api/v1/rates/latest?base=USD&quotes=KZT";
    const first = await ask(client, path);
    const etag = first.headers.get("etag") ?? "";
    await first.text();
    // The first was made, a fiftieth of a hundred and one more is two.
    for (let i = 0; i < 101; i++) {
      const headers: Record<string, string> = i % 2 ? { "If-None-Match": etag } : {};
      const { status } = await ask(client, path, { headers });
      expect(status).toBe(i % 2 ? 304 : 200);
    }
    expect(leftOf(await ask(client))).toBe(perMinute - 4);
  });

  it("bear no numbers of another client", async () => {
    const path = "/api/v1/rates/latest?base=USD&quotes=TJS";
    await ask(newClient(), path);
    const { headers } = await ask(newClient(), path);
    expect([headers.get("ratelimit"), headers.get("ratelimit-policy")]).toEqual([null, null]);
  });

  it("count a fiftieth also when they have to be made to be known", async () => {
    const { address, close } = await runApp(pool, {
      rateLimit: 10,
      trustProxy: true,
      keptBytes: 0,
    });
    const client = newClient();
    const get = (headers: Record<string, string> = {}) =>
      fetch(`${address}/api/v1/datasets`, { headers: { ...headers, "X-Forwarded-For": client } });
    const etag = (await get()).headers.get("etag") ?? "";
    for (let i = 0; i < 30; i++) expect((await get({ "If-None-Match": etag })).status).toBe(304);
    await eventually(async () => expect(leftOf(await get())).toBeGreaterThan(5));
    await close();
  });
});

it("a limit of 0 is none", async () => {
  const { address, close } = await runApp(pool, { rateLimit: 0 });
  for (let i = 0; i < 50; i++) {
    const { status, headers } = await fetch(`${address}/healthz`);
    expect([status, headers.get("ratelimit")]).toEqual([200, null]);
  }
  await close();
});
