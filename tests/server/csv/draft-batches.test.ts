import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readDrafts } from "../../../server/csv/read-drafts.ts";
import { recognise } from "../../../server/csv/recognise.ts";
import { shapes } from "../../support/csv.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kurs-batches-"));
});
afterAll(() => rm(folder, { recursive: true }));

it("a big file comes in small batches, in the order of its lines and with none left out", async () => {
  const path = join(folder, "rates.csv");
  const rows = Array.from({ length: 2_345 }, (_, at) => `2026-11-20,USD,KGS,${at + 1}\n`);
  await writeFile(path, `date,base,quote,rate\n${rows.join("")}`);
  const recognised = await recognise(path, { datasets: shapes, request: { source: "NBKR" } });
  const sizes: number[] = [];
  const values: (string | null)[] = [];
  for await (const batch of readDrafts(path, recognised, shapes)) {
    sizes.push(batch.length);
    for (const reading of batch) if ("draft" in reading) values.push(reading.draft.value);
  }
  expect(Math.max(...sizes)).toBeLessThanOrEqual(500);
  expect(values).toEqual(rows.map((_, at) => String(at + 1)));
});
