import pino from "pino";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createToken } from "../../../server/import/token.ts";
import { type RunningApp, runApp } from "../../support/app.ts";
import { cloneDatabase } from "../../support/database.ts";
import { eventually } from "../../support/eventually.ts";
import { ratesFile } from "../../support/import-text.ts";

const { pool } = cloneDatabase("fixtures");
const lines: Record<string, unknown>[] = [];
let app: RunningApp;
let token: string;

beforeAll(async () => {
  const write = (text: string) => {
    for (const line of text.trim().split("\n"))
      lines.push(JSON.parse(line) as Record<string, unknown>);
  };
  app = await runApp(pool, { log: pino({ level: "info" }, { write }) });
  token = await createToken(pool, "logger");
});
afterAll(() => app.close());

const post = (query: string, body: string, headers = {}) =>
  fetch(`${app.address}/api/v1/imports?source=LOG&${query}`, {
    method: "POST",
    headers: { Authorization: `Bearer ${token}`, "Content-Type": "text/csv", ...headers },
    body,
  });
const linesOf = (id: unknown) => lines.filter((line) => line.id === id || line.requestId === id);

it("has who imported which file, what it came to, and the number that the answer bears", async () => {
  const response = await post("filename=a.csv", ratesFile({ "2026-09-01": "87.4" }));
  const { id } = (await response.json()) as { id: number };
  const number = response.headers.get("x-request-id");
  await eventually(() => expect(linesOf(number)).toHaveLength(2));
  expect(linesOf(number).find(({ msg }) => msg === "import")).toMatchObject({
    by: "logger",
    file: "a.csv",
    import: id,
    outcome: "committed",
    counts: { read: 1, added: 1 },
    ms: expect.any(Number) as number,
  });
  expect(linesOf(number).find(({ msg }) => msg === "request")).toMatchObject({ status: 201 });
});

it("tells a job's end, and what was refused", async () => {
  const job = await post("filename=b.csv", ratesFile({ "2026-09-02": "87.4" }), {
    Prefer: "respond-async",
  });
  const refused = await post("filename=c.csv", "no,table\n1,2\n");
  for (const [response, outcome] of [
    [job, "committed"],
    [refused, "refused"],
  ] as const) {
    const number = response.headers.get("x-request-id");
    await eventually(() =>
      expect(linesOf(number)).toContainEqual(expect.objectContaining({ msg: "import", outcome })),
    );
  }
});

it("has a fault of ours under the number that the answer bears, which says nothing of it", async () => {
  await pool.query("alter table event rename to away");
  const response = await fetch(`${app.address}/api/v1/events?q=secret-word`);
  await pool.query("alter table away rename to event");
  expect(response.status).toBe(500);
  expect(await response.text()).not.toContain("relation");
  const [line] = linesOf(response.headers.get("x-request-id")).filter(({ level }) => level === 50);
  expect(line).toMatchObject({ msg: "request failed", err: { code: "42P01" } });
});

it("tells of a stream of changes that its reader left as of an answer that ended", async () => {
  const left = new AbortController();
  const response = await fetch(`${app.address}/api/v1/changes`, { signal: left.signal });
  await response.body!.getReader().read();
  left.abort();
  const number = response.headers.get("x-request-id");
  await eventually(() => expect(linesOf(number)).toMatchObject([{ status: 200, ended: true }]));
});

it("has no token, no query and no line of a file", async () => {
  await fetch(`${app.address}/api/v1/series?q=secret-word&token=${token}`);
  await post("", "date,base,quote,rate\n2026-09-03,USD,KGS,secret-word\n");
  await eventually(() => expect(lines.filter(({ status }) => status === 422)).not.toEqual([]));
  const text = JSON.stringify(lines);
  for (const secret of [token, "secret-word", "Bearer"]) expect(text).not.toContain(secret);
});
