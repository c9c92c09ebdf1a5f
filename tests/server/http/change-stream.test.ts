import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { undo } from "../../../server/import/undo.ts";
import { type RunningApp, runApp } from "../../support/app.ts";
import { cloneDatabase } from "../../support/database.ts";
import { eventually } from "../../support/eventually.ts";
import { importText, ratesFile } from "../../support/import-text.ts";

const database = cloneDatabase("fixtures");
let app: RunningApp;
let first: number;

beforeAll(async () => {
  app = await runApp(database.pool);
  first = await bring("2026-07-01", "87.1");
});
afterAll(() => app.close());

async function bring(day: string, rate: string): Promise<number> {
  const request = { source: "STREAM" };
  return Number((await importText(database.pool, ratesFile({ [day]: rate }), request)).id);
}

interface Told {
  id: number;
  undoes: number | null;
  seriesCount: number;
  series: { series: string; first: string; last: string }[];
}

/** Reads a stream until it is left; `events` grows meanwhile. */
async function open(from: RunningApp, lastEventId?: string) {
  const left = new AbortController();
  const headers = lastEventId === undefined ? {} : { "Last-Event-ID": lastEventId };
  const response = await fetch(`${from.address}/api/v1/changes`, { headers, signal: left.signal });
  const stream = { response, text: "", events: [] as Told[], ended: Promise.resolve() };
  stream.ended = (async () => {
    const decoder = new TextDecoder();
    for await (const bytes of response.body!) {
      stream.text += decoder.decode(bytes, { stream: true });
      const blocks = stream.text.split("\n\n").slice(0, -1);
      const told = blocks.filter((block) => block.includes("event: import"));
      stream.events = told.map((block) => JSON.parse(/^data: (.*)$/m.exec(block)![1]!) as Told);
    }
  })().catch((error: unknown) => {
    if (!left.signal.aborted) throw error;
  });
  return { response, ended: stream.ended, stream, leave: () => left.abort() };
}

describe("GET /api/v1/changes", () => {
  it("tells each import that commits, with its series and their spans, and which one an undo takes back", async () => {
    const { response, stream, leave } = await open(app);
    expect(response.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    expect(response.headers.get("content-encoding")).toBeNull();
    const id = await bring("2026-07-02", "87.2");
    await undo(database.pool, id, "test");
    await eventually(() => expect(stream.events).toHaveLength(2));
    const series = [{ series: "FX/D.USD.KGS.STREAM", first: "2026-07-02", last: "2026-07-02" }];
    expect(stream.events).toMatchObject([
      { id, undoes: null, seriesCount: 1, series },
      { id: id + 1, undoes: id, seriesCount: 1, series },
    ]);
    expect(stream.text).toMatch(/^retry: \d+\nid: \d+\n\n/);
    leave();
  });

  it("resumes after Last-Event-ID: everything after it in order, none twice, none lost", async () => {
    const ids = [first, await bring("2026-07-03", "87.3"), await bring("2026-07-04", "87.4")];
    const { stream, leave } = await open(app, String(first));
    await eventually(() => expect(stream.events.at(-1)?.id).toBe(ids[2]));
    ids.push(await bring("2026-07-05", "87.5"));
    await eventually(() => expect(stream.events.at(-1)?.id).toBe(ids[3]));
    const told = stream.events.map(({ id }) => id);
    expect(told).toEqual([...Array(told.length).keys()].map((i) => first + 1 + i));
    leave();
  });

  it("loses nothing while the listening connection is lost, and tells all streams alike", async () => {
    const streams = await Promise.all([open(app), open(app), open(app)]);
    const ids: number[] = [];
    for (const day of ["2026-07-06", "2026-07-07", "2026-07-08"]) {
      await database.pool.query(`
        select pg_terminate_backend(pid)
        from pg_stat_activity
        where datname = current_database() and application_name = 'kurs listening'`);
      ids.push(await bring(day, "87.6"));
    }
    for (const { stream, leave } of streams) {
      await eventually(() => expect(stream.events.map(({ id }) => id)).toEqual(ids));
      leave();
    }
  });

  it("refuses a Last-Event-ID that is no number", async () => {
    const headers = { "Last-Event-ID": "yesterday" };
    const response = await fetch(`${app.address}/api/v1/changes`, { headers });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ errors: [{ parameter: "Last-Event-ID" }] });
  });

  it("leaves room to others when one client opens as many as it can", async () => {
    const crowded = await runApp(database.pool, { trustProxy: true });
    const left = new AbortController();
    const ask = (client: string) =>
      fetch(`${crowded.address}/api/v1/changes`, {
        headers: { "X-Forwarded-For": client },
        signal: left.signal,
      });
    const streams = await Promise.all(Array.from({ length: 60 }, () => ask("203.0.113.1")));
    const refused = streams.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(10);
    expect(refused[0]?.headers.get("retry-after")).toBe("60");
    expect((await ask("203.0.113.2")).status).toBe(200);
    left.abort();
    await eventually(async () => {
      const again = new AbortController();
      const { status } = await fetch(`${crowded.address}/api/v1/changes`, {
        headers: { "X-Forwarded-For": "203.0.113.1" },
        signal: again.signal,
      });
      again.abort();
      expect(status).toBe(200);
    });
    await crowded.close();
  });

  it("ends its streams when the server stops, at once", async () => {
    const stopping = await runApp(database.pool);
    const { ended } = await open(stopping);
    await stopping.close();
    await ended;
  });
});
