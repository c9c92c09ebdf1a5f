import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { FixtureList } from "../contract/fixture-list.ts";
import { type Pool, reading, writing } from "../sql/database.ts";
import { beginFixtureLoad, finishFixtureLoad, selectFixtureState } from "../sql/fixture-load.ts";
import { applyDataset } from "./apply-dataset.ts";
import { importEvents } from "./import-events.ts";
import { importFile, type Report } from "./import-file.ts";
import { loadMappings } from "./mapping.ts";

const by = "fixtures";

/**
 * Fills an empty database from a folder of fixtures, through the importer, and goes on where an earlier start was
 * killed or told to stop by the signal, whose reason it throws then. Returns the reports; none when there is nothing to do.
 */
export async function loadFixtures(
  pool: Pool,
  folder: string,
  today: string,
  signal?: AbortSignal,
): Promise<Report[]> {
  if ((await reading(pool, selectFixtureState)) === "done") return [];
  await writing(pool, beginFixtureLoad);
  const list = FixtureList.parse(await readJsonFile(join(folder, "imports.json")));
  for (const name of list.datasets)
    await applyDataset(pool, await readJsonFile(join(folder, name)));
  await loadMappings(pool, join(folder, "mappings"), by);
  const reports: Report[] = [];
  for (const { file, ...rest } of list.imports) {
    const request = { ...rest, path: join(folder, file), name: basename(file), by, today, signal };
    reports.push(await importFile(pool, request));
  }
  signal?.throwIfAborted();
  await importEvents(pool, join(folder, list.events), by);
  await writing(pool, finishFixtureLoad);
  return reports;
}

async function readJsonFile(path: string): Promise<unknown> {
  return JSON.parse(await readFile(path, "utf8")) as unknown;
}
