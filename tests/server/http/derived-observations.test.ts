import fc from "fast-check";
import { expect, it } from "vitest";
import { aggregations, transforms } from "../../../server/contract/derivation.ts";
import { warningCodes } from "../../../server/contract/import-report.ts";
import { formatPeriod, type Frequency } from "../../../server/contract/period.ts";
import { deriveObservations } from "../../../server/domain/derive-observations.ts";
import { startApp } from "../../support/app.ts";
import { arbitrarySeries, type Observed } from "../../support/arbitrary-series.ts";
import { importText } from "../../support/import-text.ts";

const app = startApp();
const today = "2026-10-01";
const coarser: Record<"D" | "W" | "M", Frequency[]> = {
  D: ["D", "W", "M", "Q", "S", "A"],
  W: ["W", "M", "Q", "S", "A"],
  M: ["M", "Q", "S", "A"],
};

/** Rates are above zero, and nobody has those of tomorrow. */
const asRates = (series: Observed[]): Observed[] =>
  series
    .filter(({ period }) => period < "2026-09-01")
    .map(({ period, value, status }) => {
      const digits = value?.replace("-", "") ?? null;
      return { period, status, value: digits !== null && Number(digits) === 0 ? "1" : digits };
    });

const question = fc.constantFrom("D", "W", "M").chain((own) =>
  fc.record({
    own: fc.constant(own),
    series: arbitrarySeries(own, 60).map(asRates),
    frequency: fc.constantFrom(...coarser[own]),
    aggregate: fc.constantFrom(...aggregations),
    units: fc.constantFrom(...transforms),
    start: fc.option(fc.constantFrom("2019-03-15", "2020-01-01"), { nil: null }),
    end: fc.option(fc.constantFrom("2019-12-31", "2021-06-30"), { nil: null }),
    last: fc.option(fc.integer({ min: 1, max: 20 }), { nil: null }),
    order: fc.constantFrom("asc", "desc"),
  }),
);

/** Each run has a series of its own that nobody saw before. */
let count = 0;

it("observations are what the rules of the domain make of the series, for series of every shape and any question", async () => {
  await fc.assert(
    fc.asyncProperty(question, async ({ own, series, ...asked }) => {
      fc.pre(series.some(({ value }) => value !== null));
      const source = `SEEN${(count += 1)}`;
      await bring(`FX/${own}.USD.KGS.${source}`, series, source);
      const decimals = Math.max(...series.map(({ value }) => value?.split(".")[1]?.length ?? 0));
      const measure = { frequency: own, decimals };
      const expected = deriveObservations(series, measure, { ...asked, base: null }, today);
      const rows = expected.map(({ period, value, status, count: made }) =>
        [formatPeriod(period, asked.frequency), value ?? "", status, made].join(","),
      );
      const found = await read(`${own}.USD.KGS.${source}`, asked);
      // Without a count its column is not there, nor the comma before it.
      const trimmed = asked.frequency === own ? rows.map((row) => row.slice(0, -1)) : rows;
      expect(found).toEqual(trimmed);
    }),
    { numRuns: 40 },
  );
}, 240_000);

async function bring(name: string, series: readonly Observed[], source: string): Promise<void> {
  const own = name.slice(3, 4) as Frequency;
  const lines = series.map(({ period, value, status }) =>
    [name, formatPeriod(period, own), value ?? "", status].join(","),
  );
  const text = ["series,period,value,status", ...lines, ""].join("\n");
  await importText(app.database.pool, text, { source, accept: warningCodes });
}

async function read(key: string, asked: Record<string, unknown>): Promise<string[]> {
  const given = Object.entries(asked).filter(([, value]) => value !== null);
  const query = new URLSearchParams(given.map(([name, value]) => [name, String(value)]));
  const path = `${app.address}/api/v1/series/FX/${key}/observations?${query.toString()}&format=csv`;
  return (await (await fetch(path)).text()).split("\r\n").slice(1, -1);
}
