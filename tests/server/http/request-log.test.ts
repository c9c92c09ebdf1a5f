import { setImmediate as turn } from "node:timers/promises";
import pino from "pino";
import { beforeEach, expect, it } from "vitest";
import { RequestLog } from "../../../server/http/request-log.ts";

let written: string[] = [];
const stream = { write: (text: string) => void written.push(text) };
const clock = new Date("2026-10-01T12:00:00.123Z");
const line = { id: "7b2c", method: "GET", path: '/api/v1/"q"\n\u2028', status: 200 };

beforeEach(() => {
  written = [];
});

it("writes the very line that pino would", async () => {
  const log = pino({ timestamp: () => `,"time":${clock.getTime()}` }, stream);
  const requests = new RequestLog(log);
  for (const more of [{}, { kept: true as const }, { ms: 12, ended: false, by: 'a"b' }]) {
    requests.write(clock, { ...line, ...more });
    await turn();
    log.info({ ...line, ...more }, "request");
    const [ours, pinos] = written.splice(0);
    expect(ours).toBe(pinos);
  }
});

it("tells what a child of a log is bound to, or nothing where a log is bound to nothing", async () => {
  new RequestLog(pino({ base: null }, stream).child({ part: "edge" })).write(clock, line);
  new RequestLog(pino({ base: null }, stream)).write(clock, line);
  await turn();
  const lines = written.map((text) => JSON.parse(text) as Record<string, unknown>);
  expect(lines).toMatchObject([{ part: "edge", ...line }, line]);
});

it("writes the lines of one turn together, in order, and none below its level", async () => {
  const requests = new RequestLog(pino({}, stream));
  for (const status of [200, 304, 404]) requests.write(clock, { ...line, status });
  new RequestLog(pino({ level: "warn" }, stream)).write(clock, line);
  await turn();
  expect(written).toHaveLength(1);
  const lines = written.join("").trimEnd().split("\n");
  expect(lines.map((each) => (JSON.parse(each) as typeof line).status)).toEqual([200, 304, 404]);
});
