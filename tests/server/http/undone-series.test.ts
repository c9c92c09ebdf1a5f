import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { DatasetDefinition } from "../../../server/contract/dataset-definition.ts";
import { applyDataset } from "../../../server/import/apply-dataset.ts";
import { undo } from "../../../server/import/undo.ts";
import { startApp } from "../../support/app.ts";
import { importText, ratesFile } from "../../support/import-text.ts";

const app = startApp("empty", () => new Date());
const key = "D.USD.KGS.GONE";
const past = { before: "", undone: "" };

/** Everywhere that series are offered or counted, as it answers now or as of a moment. */
async function told(asOf?: string) {
  const query = { ...(asOf !== undefined && { asOf }) };
  const [all, found, datasets, sources, currencies] = await Promise.all([
    app.ask("seriesList", {}, query),
    app.ask("seriesList", {}, { q: "gone", limit: "1", ...query }),
    app.ask("datasets", {}, query),
    app.ask("sources"),
    app.ask("currencies", {}, query),
  ]);
  return {
    listed: all.body.series.map((series) => series.key),
    found: found.body.series.map((series) => series.key),
    counted: datasets.body.datasets[0]?.seriesCount,
    ofSource: sources.body.sources.find(({ code }) => code === "GONE")?.seriesCount,
    currencies: currencies.body.currencies.map(({ code }) => code),
  };
}

beforeAll(async () => {
  const { pool } = app.database;
  await applyDataset(pool, JSON.parse(await readFile("fixtures/datasets/fx.json", "utf8")));
  const request = { source: "GONE" };
  const imported = await importText(pool, ratesFile({ "2026-09-30": "87.5" }), request);
  past.before = String(imported.at);
  // Kept answers of that state are not to be given in the next.
  expect((await told()).found).toEqual([key]);
  const undone = await undo(pool, Number(imported.id), "test");
  past.undone = String(undone.at);
});

describe("a series of which an undo left nothing", () => {
  const nothing = { listed: [], found: [], counted: 0, ofSource: 0, currencies: [] };

  it("is neither listed, found nor counted", async () => {
    await expect.poll(told, { timeout: 10_000 }).toEqual(nothing);
    expect(await told(past.undone)).toEqual(nothing);
  });

  it("is all that as of a moment before the undo", async () => {
    expect(await told(past.before)).toEqual({
      listed: [key],
      found: [key],
      counted: 1,
      ofSource: 0,
      currencies: ["KGS", "USD"],
    });
  });

  it("answers under its name, with an empty list, and with its receipts", async () => {
    const name = { dataset: "FX", key };
    const { body } = await app.ask("series", name);
    expect(body).toMatchObject({ observationCount: 0, firstPeriod: null, lastPeriod: null });
    expect((await app.ask("observations", name)).body.observations).toEqual([]);
    const receipt = await app.ask("receipt", { ...name, period: "2026-09-30" });
    expect(receipt.body).toMatchObject({ value: null, withdrawn: true });
  });

  it("keeps its dataset from other dimensions, as its key stands", async () => {
    const { pool } = app.database;
    const trade = DatasetDefinition.parse(
      JSON.parse(await readFile("fixtures/datasets/trade.json", "utf8")),
    );
    await applyDataset(pool, trade);
    const text = "series,period,value\nTRADE/A.KZ.EXPORTS.USD_MN,2020,1\n";
    await undo(pool, Number((await importText(pool, text, {})).id), "test");
    const [first, ...others] = trade.dimensions;
    const other = { ...trade, dimensions: [first, ...others.reverse()] };
    await expect(applyDataset(pool, other)).rejects.toMatchObject({ kind: "conflict" });
  });
});
