import { Gauge, Registry } from "prom-client";
import { type Pool, reading } from "../sql/database.ts";
import { selectUpkeep, type Upkeep } from "../sql/select-upkeep.ts";
import { within } from "./time-limit.ts";

/** Anybody may read the metrics, so the database is not asked more often than this. */
const freshMs = 5_000;
/** Prometheus gives up after ten seconds. */
const patienceMs = 2_000;

/**
 * What the database says of itself, as Prometheus's text, asked at most every five seconds. While it does not answer
 * within two, one line says so and the rest is left out: a figure of an hour ago would pass for one of now.
 */
export function databaseMetrics(pool: Pool): () => Promise<string> {
  let asked = -Infinity;
  let text = Promise.resolve("");
  return () => {
    if (performance.now() - asked > freshMs) {
      asked = performance.now();
      text = readUpkeep(pool).then(writeUpkeep);
    }
    return text;
  };
}

/** Null while the database is away, for whatever reason: whether it is away is the question here. */
async function readUpkeep(pool: Pool): Promise<Upkeep | null> {
  const detail = "The database does not answer.";
  return within(patienceMs, reading(pool, selectUpkeep), detail).catch(() => null);
}

async function writeUpkeep(upkeep: Upkeep | null): Promise<string> {
  const registry = new Registry();
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name, help, labelNames, registers: [registry] });
  gauge("kurs_database_up", "1 while the database answers").set(Number(upkeep !== null));
  if (upkeep) {
    gauge("kurs_kept_files_bytes", "What kept files take on the disk").set(upkeep.keptFileBytes);
    gauge("kurs_database_bytes", "What the database takes on the disk").set(upkeep.databaseBytes);
    const help =
      "Seconds since an import, over HTTP or on the command line, last brought something to a series of the source; undos do not count";
    const age = gauge("kurs_last_import_age_seconds", help, ["source"]);
    for (const { code, ageSeconds } of upkeep.sources) age.set({ source: code }, ageSeconds);
  }
  return registry.metrics();
}
