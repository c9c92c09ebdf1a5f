import { beforeAll, describe, expect, it } from "vitest";
import { endpoints } from "../../../server/contract/endpoints.ts";
import { Problem } from "../../../server/contract/problem.ts";
import { operationsOf } from "../../fuzz/operations.ts";
import { startApp } from "../../support/app.ts";
import { dumpRows } from "../../support/dump-rows.ts";
import { ratesFile } from "../../support/import-text.ts";

const app = startApp();
const writes = Object.values(endpoints).filter(({ method }) => (method as string) !== "get");
const event = JSON.stringify({
  start: "2026-08-20",
  countries: ["KZ"],
  kind: "regime",
  title: "Tenge floated",
  text: "The band was given up.",
  source: { name: "A bank", url: "https://example.org" },
});
const bodies = {
  "text/csv": ratesFile({ "2026-09-30": "87.9" }),
  "application/json": event,
  "multipart/form-data": "",
};

/** Ways to seem to be somebody who may. */
const guises: Readonly<Record<string, Record<string, string>>> = {
  "no token": {},
  "a token that is made up": { Authorization: `Bearer kurs_${"A".repeat(43)}` },
  "an empty token": { Authorization: "Bearer " },
  "a name and a password": { Authorization: "Basic Zmlyc3Q6Zmlyc3Q=" },
  "a cookie": { Cookie: "token=kurs_x; session=1" },
  "the address of the machine itself": { "X-Forwarded-For": "127.0.0.1", "X-Real-IP": "127.0.0.1" },
};

const fill = (path: string) =>
  path
    .replace("{id}", "1")
    .replace("{code}", "MARKET")
    .replace(/\{\w+\}/, "NBKR");

async function send(method: string, path: string, headers: Record<string, string>, body?: string) {
  const response = await fetch(app.address + path, { method, headers, ...(body && { body }) });
  return { status: response.status, text: await response.text() };
}

describe("an outsider", () => {
  let before: Awaited<ReturnType<typeof dumpRows>>;
  beforeAll(async () => {
    before = await dumpRows(app.database.pool);
    expect(writes.length).toBeGreaterThan(7);
    const documented = (await operationsOf(app.address)).filter(({ method }) => method !== "GET");
    expect(documented.map(({ path }) => path).sort()).toEqual(
      writes.map(({ path }) => path).sort(),
    );
  });

  it.each(Object.entries(guises))("changes nothing with %s", async (_, guise) => {
    for (const { method, path } of writes) {
      for (const [type, body] of Object.entries(bodies)) {
        const headers = { ...guise, "Content-Type": type };
        const { status, text } = await send(method.toUpperCase(), fill(path), headers, body);
        // Who tries made-up tokens is told to wait in the end.
        expect([401, 429], `${method} ${path}`).toContain(status);
        Problem.parse(JSON.parse(text));
      }
    }
    expect(await dumpRows(app.database.pool)).toEqual(before);
  });

  it("changes nothing by asking to read in the name of another method, nor with a token in the address", async () => {
    for (const { method, path } of writes) {
      const headers = { "X-HTTP-Method-Override": method.toUpperCase() };
      const query = `?_method=${method}&access_token=${app.token}&token=${app.token}`;
      expect((await send("GET", fill(path) + query, headers)).status).toBeGreaterThanOrEqual(400);
      expect((await send("PATCH", fill(path), headers, event)).status).toBe(405);
    }
    expect(await dumpRows(app.database.pool)).toEqual(before);
  });

  it("reads no token nor its hash at any address", async () => {
    const { rows } = await app.database.pool.query<{ hash: string }>(
      "select sha256 as hash from token",
    );
    for (const { path, parameters, method } of await operationsOf(app.address)) {
      if (method !== "GET" || path.endsWith("/changes")) continue;
      const needed = parameters.filter(
        (parameter) => parameter.required && parameter.in === "query",
      );
      const query = needed.map(({ name }) => `${name}=USD`).join("&");
      const { text } = await send("GET", `${fill(path)}?${query}`, {});
      expect(text).not.toContain(app.token);
      for (const { hash } of rows) expect(text).not.toContain(hash);
    }
  });
});
