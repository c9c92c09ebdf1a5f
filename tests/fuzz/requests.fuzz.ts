import { chmod, mkdtemp, readFile, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { once } from "node:events";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { ratesFile } from "../support/import-text.ts";
import { readGauge } from "../support/read-gauge.ts";
import { startKurs } from "../support/run-kurs.ts";
import { type Fuzzed, fuzz } from "./fuzz.ts";

const requests = Number(process.env.FUZZ_REQUESTS ?? 100_000);
const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31);
const connections = 16;
const megabyte = 1024 * 1024;
const print = (line: string) => process.stdout.write(`${line}\n`);
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(await realpath(tmpdir()), "kurs-fuzz-"));
  // As root, PostgreSQL runs as a user who must be able to enter.
  await chmod(folder, 0o755);
});
afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 20 }));

describe(`fuzzed requests on every route (FUZZ_SEED=${seed})`, () => {
  it.each([
    { limit: "0", share: 1 },
    { limit: "6000", share: 0.1 },
  ])(
    "are all answered as the contract has it, in flat memory, with RATE_LIMIT=$limit",
    async ({ limit, share }) => {
      const environment = { DATA_DIR: join(folder, "kept"), RATE_LIMIT: limit };
      const { child, address, said } = await startKurs(environment);
      const ended = once(child, "exit");
      onTestFinished(async () => {
        child.kill("SIGTERM");
        await ended;
      });
      const token = (await readFile(join(folder, "kept/token"), "utf8")).trim();
      const memory = new Memory(address, requests * share);
      const { outcomes, faults } = await fuzz({
        address,
        token,
        requests: requests * share,
        seed,
        connections,
        onFault: print,
        onBatch: (asked) => memory.look(asked),
      });
      print(`FUZZ_SEED=${seed} RATE_LIMIT=${limit}: ${tell(outcomes)}; ${memory.tell()}`);
      expect(faults).toEqual([]);
      expect(child.exitCode).toBeNull();
      await expectWorking(address, token);
      expect(memory.growth).toBeLessThan(100);
      child.kill("SIGTERM");
      expect([await ended, said().includes('"internal"')]).toEqual([[0, null], false]);
    },
  );
});

/** Nothing that was asked keeps a reader from reading, or an import from its turn. */
async function expectWorking(address: string, token: string): Promise<void> {
  expect((await fetch(`${address}/readyz`)).status).toBe(200);
  const headers = { Authorization: `Bearer ${token}`, "Content-Type": "text/csv" };
  const body = ratesFile({ "2024-01-01": String(80 + Math.random()) });
  const init = { method: "POST", headers, body };
  const { status } = await fetch(`${address}/api/v1/imports?source=WORKS&accept=jump`, init);
  expect(status).toBe(201);
}

const tell = (outcomes: Fuzzed["outcomes"]) => JSON.stringify(outcomes);

/** The server's resident memory, in MB, after a warm-up of a twentieth and at most. */
class Memory {
  readonly #address: string;
  readonly #warmUp: number;
  #start: number | null = null;
  #peak = 0;

  constructor(address: string, requests: number) {
    this.#address = address;
    this.#warmUp = requests / 20;
  }

  /** How much more it was at most. */
  get growth(): number {
    return this.#peak - (this.#start ?? 0);
  }

  async look(asked: number): Promise<void> {
    const now = (await readGauge(this.#address, "process_resident_memory_bytes")) / megabyte;
    if (asked % 5_000 === 0) print(`${asked} requests, ${now.toFixed(0)} MB`);
    if (asked < this.#warmUp) return;
    this.#start ??= now;
    this.#peak = Math.max(this.#peak, now);
  }

  tell(): string {
    return `${this.#start?.toFixed(0)} MB after the warm-up, ${this.#peak.toFixed(0)} MB at most`;
  }
}
