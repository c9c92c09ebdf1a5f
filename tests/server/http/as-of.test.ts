import { expect, it } from "vitest";
import { undo } from "../../../server/import/undo.ts";
import { startApp } from "../../support/app.ts";
import { importText, ratesFile } from "../../support/import-text.ts";

const app = startApp("fixtures", () => new Date());
const key = { dataset: "FX", key: "D.USD.KGS.NBKR" };
const ask = async (asOf?: string) =>
  (await app.ask("observations", key, asOf ? { asOf } : {})).text;

it("asOf answers to the letter what was known at a moment, whatever was imported and undone since", async () => {
  const { pool } = app.database;
  const first = await importText(pool, ratesFile({ "2026-08-17": "87.4500" }));
  const knownFirst = await ask();
  const second = await importText(
    pool,
    ratesFile({ "2026-08-17": "87.4400", "2026-08-18": "87.4512" }),
  );
  const knownSecond = await ask();
  const third = await undo(pool, Number(second.id), "test");

  expect(knownFirst).toContain('"observations":[{"period":"2026-08-17","value":87.4500}]');
  expect(knownSecond).toContain(
    '{"period":"2026-08-17","value":87.4400},{"period":"2026-08-18","value":87.4512}',
  );
  expect(await ask()).toBe(knownFirst);
  expect(await ask(String(first.at))).toBe(knownFirst);
  expect(await ask(String(second.at))).toBe(knownSecond);
  expect(await ask(String(third.at))).toBe(knownFirst);
  expect(await ask("2020-01-01")).toContain('"observations":[]');

  const { body } = await app.ask("receipt", { ...key, period: "2026-08-18" });
  expect(body.versions).toMatchObject([
    { withdrawn: true, value: null, supersededBy: null },
    {
      withdrawn: false,
      value: 87.4512,
      supersededBy: third.id,
      text: "2026-08-18,USD,KGS,87.4512",
    },
  ]);
  const restored = await app.ask("receipt", { ...key, period: "2026-08-17" });
  expect(restored.body).toMatchObject({ value: 87.45, import: { id: first.id }, line: 2 });
  expect(restored.body.versions[0]).toMatchObject({ restoredBy: third.id });
});

it("asOf gives rates as they were known, and the list of series too", async () => {
  const { pool } = app.database;
  const before = await importText(pool, ratesFile({ "2026-09-30": "90.0000" }));
  await importText(pool, ratesFile({ "2026-09-30": "91.0000" }));
  const latest = await app.ask(
    "latestRates",
    {},
    { base: "USD", quotes: "KGS", asOf: String(before.at) },
  );
  expect(latest.text).toContain('"rate":90.0000');
  const { body } = await app.ask(
    "seriesList",
    {},
    { dataset: "FX", source: "NBKR", asOf: "2020-01-01" },
  );
  expect(body.series).toMatchObject([{ observationCount: 0, firstPeriod: null, lastImport: null }]);
});

it("refuses an asOf that is still to come", async () => {
  const { body } = await app.refused(
    "/api/v1/series/FX/D.USD.KGS.NBKR/observations?asOf=2999-01-01",
  );
  expect(body.errors).toMatchObject([{ parameter: "asOf" }]);
});
