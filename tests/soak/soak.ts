import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";
import { eventually } from "../support/eventually.ts";
import { startKurs } from "../support/run-kurs.ts";
import { Editor } from "./editor.ts";
import { anyOf, followChanges, Load } from "./load.ts";
import { Memory } from "./memory.ts";
import { Tricklers } from "./tricklers.ts";

/** How long, on which database, and with how many connections that trickle. */
export interface SoakOptions {
  url: string;
  seconds: number;
  tricklers: number;
}

const series = ["KGS", "KZT", "TJS", "UZS", "TMT"].map((quote) => `FX/D.USD.${quote}.MARKET`);
const keptPaths = [
  "/api/v1/rates/latest?base=USD&quotes=KGS,KZT,TJS,UZS,TMT",
  "/api/v1/series/FX/D.USD.KGS.MARKET/observations",
  "/api/v1/rates/KGS-KZT/observations?frequency=M&units=pch",
  "/api/v1/datasets",
];

/** Two servers on one database under a steady load, and what came of it. */
export async function soak({ url, seconds, tricklers: count }: SoakOptions) {
  const folder = await mkdtemp(join(tmpdir(), "kurs-soak-"));
  const start = (name: string) =>
    startKurs({ DATABASE_URL: url, DATA_DIR: join(folder, name), RATE_LIMIT: "0" });
  const one = await start("one");
  const servers = [one, await start("two")];
  try {
    const token = (await readFile(join(folder, "one/token"), "utf8")).trim();
    const addresses = servers.map(({ address }) => address);
    const load = new Load();
    const streams = await Promise.all(addresses.map(followChanges));
    const known = streams.map(({ ids }) => ids().length);
    const editor = new Editor(load, addresses, token);
    const memories = addresses.map((address) => new Memory(load, address, 1_000));
    load.add(() => editor.step(), 1_000);
    for (const address of addresses) readFrom(load, address);

    const tricklers = new Tricklers(one.address);
    await sleep((seconds / 4) * 1_000);
    const before = { ...load.answers };
    tricklers.start(count);
    await sleep((seconds / 2) * 1_000);
    const during = { ...load.answers };
    const { open, begun } = tricklers;
    tricklers.stop();
    await sleep((seconds / 4) * 1_000);
    // However slow the machine is, something was imported through each.
    await eventually(() =>
      expect(editor.acknowledged.length).toBeGreaterThanOrEqual(servers.length),
    );
    await load.stop();

    // First, as what was not acknowledged is told by the streams all the same.
    expect(load.faults).toEqual([]);
    for (const [n, { told, ids }] of streams.entries()) {
      await eventually(() => expect(ids().slice(known[n])).toEqual(editor.acknowledged));
      expect(told.isOpen).toBe(true);
    }
    for (const { leave } of streams) leave();
    const perSecond = (later: Load["answers"], earlier: Load["answers"], part: number) =>
      Math.round(((later["200"] ?? 0) - (earlier["200"] ?? 0)) / (seconds * part));
    return {
      answers: load.answers,
      imports: editor.acknowledged.length,
      slowestSightMs: Math.round(editor.slowestMs),
      answersPerSecond: {
        before: perSecond(before, {}, 1 / 4),
        whileTrickling: perSecond(during, before, 1 / 2),
        after: perSecond(load.answers, during, 1 / 4),
      },
      trickling: { open, begun },
      memory: memories.map(({ thirds }) => thirds),
      said: servers.map(({ said }) => said()),
    };
  } finally {
    for (const { child } of servers) {
      const ended = once(child, "exit");
      child.kill("SIGTERM");
      await ended;
    }
    await rm(folder, { recursive: true, force: true });
  }
}

/** Readers of what is kept, with and without what they have had; of what was never asked before; and of a long table. */
function readFrom(load: Load, address: string): void {
  const tags = new Map<string, string>();
  let turn = 0;
  const next = () => keptPaths[turn++ % keptPaths.length]!;
  load.add(async () => void (await load.ask(address + next(), anyOf(200))), 10);
  load.add(async () => {
    const path = next();
    const headers = { "If-None-Match": tags.get(path) ?? "" };
    const response = await load.ask(address + path, anyOf(200, 304), { headers });
    if (response?.status === 200) tags.set(path, response.headers.get("etag") ?? "");
  }, 10);
  load.add(async () => {
    const query = `last=${1 + (turn % 900)}&start=2024-01-${10 + (turn % 19)}`;
    const path = `/api/v1/series/${series[turn++ % series.length]}/observations?${query}`;
    await load.ask(address + path, anyOf(200));
  }, 20);
  load.add(async () => {
    const path = `/api/v1/observations?series=${series.join()}&format=csv`;
    await load.ask(address + path, anyOf(200));
  }, 300);
}
