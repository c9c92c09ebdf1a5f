import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { cloneDatabase } from "../../support/database.ts";
import { ratesFile } from "../../support/import-text.ts";
import { runKurs } from "../../support/run-kurs.ts";

const { url } = cloneDatabase("fixtures");
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kurs-source-"));
  await writeFile(join(folder, "rates.csv"), ratesFile({ "2026-08-17": "87.45" }));
});
afterAll(() => rm(folder, { recursive: true }));

const kurs = (...words: string[]) =>
  runKurs(["import", join(folder, "rates.csv"), ...words], { DATABASE_URL: url, DATA_DIR: folder });

it("kurs import says that a source is new, and what to do if it is a slip", async () => {
  const dry = await kurs("--source", "NBKX", "--dry-run");
  expect(dry.stderr).toContain(
    "NBKX is a new source: if that is a slip, mend it; else say who it is with kurs source set NBKX",
  );
  const stored = await kurs("--source", "NBKX");
  const [, id] = /stored as import (\d+)\./.exec(stored.stdout) ?? [];
  expect(stored.stderr).toContain(`take it back with kurs imports undo ${id};`);
  const known = await kurs("--source", "NBKR");
  expect([known.code, known.stderr.includes("new source")]).toEqual([0, false]);
});
