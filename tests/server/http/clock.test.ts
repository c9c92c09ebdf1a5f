import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LatestRates } from "../../../server/contract/rate.ts";
import { type RunningApp, runApp } from "../../support/app.ts";
import { cloneDatabase } from "../../support/database.ts";
import { eventually } from "../../support/eventually.ts";
import { importText, ratesFile, valuesOf } from "../../support/import-text.ts";

const { pool } = cloneDatabase("fixtures");
const source = "CLOCK";
const path = `/api/v1/rates/latest?base=USD&quotes=KGS&source=${source}`;
let time = new Date("2026-10-01T12:00:00Z");
let app: RunningApp;

beforeAll(async () => {
  await bring({ "2026-09-29": "87.1" });
  app = await runApp(pool, { now: () => time });
});
afterAll(() => app.close());

const bring = (rates: Record<string, string>) => importText(pool, ratesFile(rates), { source });
const latest = async () => LatestRates.parse(await (await fetch(app.address + path)).json());

describe("a clock that jumps", () => {
  it("a day forward and back again: what is said of today is said of that day, from kept answers too", async () => {
    for (const [day, age] of [
      ["2026-10-01", 2],
      ["2026-10-02", 3],
      ["2026-10-01", 2],
      ["2026-10-02", 3],
    ] as const) {
      time = new Date(`${day}T12:00:00Z`);
      expect((await latest()).rates[0]?.ageDays, day).toBe(age);
    }
  });

  it("an hour back under the database: imports still come one after the other, and the past stays as it was", async () => {
    await pool.query(
      "update import set committed_at = date_trunc('second', clock_timestamp()) + interval '1 hour' where import_id = (select max(import_id) from import)",
    );
    const before = await pool.query<{ at: string }>("select max(committed_at) as at from import");
    const [first, second] = [
      await bring({ "2026-09-28": "87.2" }),
      await bring({ "2026-09-28": "87.3" }),
    ];
    const times = [before.rows[0]?.at, first.at, second.at].map((at) => Date.parse(String(at)));
    expect(times[1]).toBe((times[0] ?? 0) + 1);
    expect(times[2]).toBe((times[1] ?? 0) + 1);
    expect(await valuesOf(pool, `D.USD.KGS.${source}`, Number(first.id))).toMatchObject({
      "2026-09-28": "87.2",
    });

    // What is current does not ask the clock; what was known is refused while it lies ahead of the server's clock.
    time = new Date(times[0] ?? 0);
    await eventually(async () => expect((await latest()).rates[0]?.previous?.rate).toBe(87.3));
    const asOf = async (at: unknown) => {
      const moment = new Date(String(at)).toISOString();
      return fetch(`${app.address}${path}&asOf=${encodeURIComponent(moment)}`);
    };
    time = new Date((times[2] ?? 0) + 60_000);
    const told = LatestRates.parse(await (await asOf(first.at)).json());
    expect(told.rates[0]?.previous?.rate).toBe(87.2);
    time = new Date((times[0] ?? 0) - 86_400_000);
    expect((await asOf(first.at)).status).toBe(400);
  });

  it("does not stop what waits: changes are heard and told whatever the time of day", async () => {
    time = new Date("2020-01-01T00:00:00Z");
    expect(app.listening.isUp).toBe(true);
    expect((await fetch(`${app.address}/readyz`)).status).toBe(200);
    time = new Date("2040-01-01T00:00:00Z");
    expect(app.listening.isUp).toBe(true);
    expect((await fetch(`${app.address}/readyz`)).status).toBe(200);
  });
});
