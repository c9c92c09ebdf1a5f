import { describe, expect, it } from "vitest";
import { startApp } from "../../support/app.ts";
import { importText } from "../../support/import-text.ts";

/** Ahead of the clock of the database, so that a moment of now is in the past and takes the general way. */
const app = startApp("fixtures", () => new Date(Date.now() + 86_400_000));
const moment = () => new Date(Date.now() + 3_600_000).toISOString();

/** The answer as Postgres assembled it, and as it is made of objects, for every question with a moment. */
async function bothWays(series: string, query: string): Promise<[quick: string, general: string]> {
  const place = `${app.address}/api/v1/series/${series}/observations?${query}`;
  const [quick, general] = [await fetch(place), await fetch(`${place}&asOf=${moment()}`)];
  expect([quick.status, general.status]).toEqual([200, 200]);
  expect(quick.headers.get("content-type")).toBe(general.headers.get("content-type"));
  return [await quick.text(), await general.text()];
}

const queries = [
  "",
  "start=2020",
  "end=2020-06",
  "start=2024-01&end=2025-W20",
  "last=3",
  "last=3&end=2024",
  "start=1900&end=1901",
  "format=csv",
  "format=csv&last=2",
  "format=csv&start=1900&end=1901",
  "lang=ru&last=1",
];

describe("observations as Postgres assembles them", () => {
  it.each(queries)("are to the letter those of the general way: %s", async (query) => {
    const { body } = await app.ask("seriesList", {}, { limit: "1000" });
    const oneOfEach = new Map(body.series.map((each) => [each.frequency + each.dataset, each]));
    expect(oneOfEach.size).toBeGreaterThan(2);
    for (const { dataset, key } of oneOfEach.values()) {
      const [quick, general] = await bothWays(`${dataset}/${key}`, query);
      expect(quick).toBe(general);
    }
  });

  it("keep every digit, tell a status and decimals that are not the usual, and null", async () => {
    const lines = ["date,base,quote,rate,status", "2026-08-03,USD,KGS,87.4500,A"];
    const more = ["2026-08-04,USD,KGS,87.5,P", "2026-08-05,USD,KGS,,M", "2026-08-06,USD,KGS,86,A"];
    await importText(app.database.pool, [...lines, ...more, ""].join("\n"), {
      source: "DIGITS",
      accept: ["jump"],
    });
    for (const query of ["start=2026", "last=9", "format=csv"]) {
      const [quick, general] = await bothWays("FX/D.USD.KGS.DIGITS", query);
      expect(quick).toBe(general);
      if (query === "last=9") {
        expect(quick).toContain(
          '[{"period":"2026-08-03","value":87.4500},{"period":"2026-08-04","value":87.5,"status":"P","decimals":1},' +
            '{"period":"2026-08-05","value":null,"status":"M"},{"period":"2026-08-06","value":86,"decimals":0}]',
        );
      }
    }
  });

  it("know of an import that another process made, in the same answer", async () => {
    const place = `${app.address}/api/v1/series/FX/D.USD.KGS.OTHER/observations?last=1`;
    const text = (rate: string) => `date,base,quote,rate\n2026-08-03,USD,KGS,${rate}\n`;
    for (const rate of ["87.5", "87.512", "87.51"]) {
      await importText(app.database.pool, text(rate), { source: "OTHER" });
      // Another address each time, so that nothing kept is asked for.
      const { decimals, observations } = (await (
        await fetch(
          `${place}&start=2026&end=2026-12&lang=${rate === "87.5" ? "en" : rate === "87.51" ? "ru" : "ky"}`,
        )
      ).json()) as { decimals: number; observations: unknown[] };
      expect(observations).toMatchObject([{ value: Number(rate) }]);
      expect(decimals).toBe(rate.length - 3);
    }
  });
});
