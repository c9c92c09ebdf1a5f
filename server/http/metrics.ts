import { collectDefaultMetrics, Counter, Gauge, type Registry } from "prom-client";
import type { Pool } from "../sql/database.ts";
import type { Listening } from "../sql/listen.ts";
import type { KeptAnswers } from "./kept-answers.ts";

/** What is looked at when the metrics are read. */
interface Measured {
  pool: Pool;
  readers: Pool;
  kept: KeptAnswers;
  listening: Listening;
}

/**
 * Puts what this process knows of itself into a registry: process, event loop, pools, kept answers, and whether the
 * database's changes are heard.
 */
export function measureProcess(registry: Registry, measured: Measured): void {
  const { pool, readers, kept, listening } = measured;
  collectDefaultMetrics({ register: registry });
  measurePools(registry, { main: pool, readers });
  measureKept(registry, kept);
  const gauge = gaugeIn(registry);
  gauge("kurs_listening_up", "1 while changes of the database are heard", () =>
    Number(listening.isUp),
  );
}

function measurePools(registry: Registry, pools: Readonly<Record<string, Pool>>): void {
  const gauge = (name: string, help: string, read: (pool: Pool) => number) =>
    new Gauge({
      name,
      help,
      labelNames: ["pool"],
      registers: [registry],
      collect() {
        for (const [label, pool] of Object.entries(pools)) this.set({ pool: label }, read(pool));
      },
    });
  gauge("kurs_pool_connections", "Connections to the database", (pool) => pool.totalCount);
  gauge("kurs_pool_idle", "Connections that nobody uses just now", (pool) => pool.idleCount);
  gauge("kurs_pool_waiting", "Requests waiting for a connection", (pool) => pool.waitingCount);
}

function measureKept(registry: Registry, kept: KeptAnswers): void {
  const [gauge, counter] = [gaugeIn(registry), counterIn(registry)];
  gauge("kurs_kept_answers", "Answers kept ready", () => kept.size.answers);
  gauge("kurs_kept_answers_bytes", "What they take in memory", () => kept.size.bytes);
  counter("kurs_kept_answers_hits_total", "Answers given that were ready", () => kept.uses.hits);
  counter("kurs_kept_answers_misses_total", "Answers that had to be made", () => kept.uses.misses);
}

const gaugeIn = (registry: Registry) => (name: string, help: string, read: () => number) =>
  new Gauge({
    name,
    help,
    registers: [registry],
    collect() {
      this.set(read());
    },
  });

/** Of what is counted elsewhere with a plain number. */
const counterIn = (registry: Registry) => (name: string, help: string, read: () => number) =>
  new Counter({
    name,
    help,
    registers: [registry],
    collect() {
      this.reset();
      this.inc(read());
    },
  });
