import { expect, it } from "vitest";
import { startApp } from "../../support/app.ts";
import { importText, ratesFile } from "../../support/import-text.ts";
import { postRates } from "../../support/post-rates.ts";

const app = startApp("fixtures", () => new Date());
const key = { dataset: "FX", key: "D.USD.KGS.NBKR" };
const ask = async (asOf?: string) =>
  (await app.ask("observations", key, asOf ? { asOf } : {})).text;

it("asOf before the first import has no rate, and says that nothing was known then", async () => {
  const { rows } = await app.database.pool.query<{ at: string }>(
    "select min(committed_at) as at from import",
  );
  const detail = `Nothing was known as of 2020-01-01T23:59:59.999Z: the first import came at ${rows[0]!.at}.`;
  for (const asked of ["latest?base=USD&quotes=KGS", "convert?from=USD&to=KGS&amount=1"]) {
    const { body } = await app.refused(`/api/v1/rates/${asked}&asOf=2020-01-01`);
    expect(body).toMatchObject({ type: "/problems/no-rate", detail });
  }
});

it("asOf answers to the letter what was known at a moment, whatever was imported and undone since", async () => {
  const first = await postRates(app, { "2026-08-17": "87.4500" });
  const knownFirst = await ask();
  const second = await postRates(app, { "2026-08-17": "87.4400", "2026-08-18": "87.4512" });
  const knownSecond = await ask();
  const headers = { Authorization: `Bearer ${app.token}` };
  const { body: third } = await app.ask("postUndo", { id: String(second.id) }, {}, { headers });

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

it("asOf gives rates as they were known, and of series, datasets and currencies those that there were", async () => {
  const { pool } = app.database;
  const before = await importText(pool, ratesFile({ "2026-09-30": "90.0000" }));
  await importText(pool, ratesFile({ "2026-09-30": "91.0000" }));
  const latest = await app.ask(
    "latestRates",
    {},
    { base: "USD", quotes: "KGS", asOf: String(before.at) },
  );
  expect(latest.text).toContain('"rate":90.0000');
  const listed = (asOf: string) =>
    app.ask("seriesList", {}, { dataset: "FX", source: "NBKR", asOf });
  expect((await listed("2020-01-01")).body.series).toEqual([]);
  expect((await listed(String(before.at))).body.series).toMatchObject([
    { key: "D.USD.KGS.NBKR", lastImport: { id: before.id } },
  ]);
  const { body } = await app.ask("datasets", {}, { asOf: "2020-01-01" });
  expect(body.datasets[0]).toMatchObject({ code: "FX", seriesCount: 0, firstPeriod: null });
  const { currencies } = (await app.ask("currencies", {}, { asOf: "2020-01-01" })).body;
  expect(currencies).toEqual([]);
});

it("asOf counts the series of a dataset and who quotes a currency as they were then", async () => {
  const seriesCount = async (query: Record<string, string>) =>
    (await app.ask("dataset", { dataset: "FX" }, query)).body.seriesCount;
  const quotedBy = async (query: Record<string, string>) => {
    const { currencies } = (await app.ask("currencies", {}, query)).body;
    return currencies.find(({ code }) => code === "KGS")?.quotedBy.map(({ source }) => source);
  };
  const marker = await postRates(app, { "2026-09-30": "92.0000" });
  const then = await seriesCount({});
  await postRates(app, { "2026-09-01": "92.1", "2026-09-02": "92.2" }, "NEWCOMER");
  expect(await seriesCount({})).toBe(then + 1);
  expect(await seriesCount({ asOf: String(marker.at) })).toBe(then);
  expect(await quotedBy({})).toContain("NEWCOMER");
  expect(await quotedBy({ asOf: String(marker.at) })).not.toContain("NEWCOMER");
});

it("refuses an asOf that is still to come", async () => {
  const { body } = await app.refused(
    "/api/v1/series/FX/D.USD.KGS.NBKR/observations?asOf=2999-01-01",
  );
  expect(body.errors).toMatchObject([{ parameter: "asOf" }]);
});
