import { describe, expect, it } from "vitest";
import { startApp } from "../../support/app.ts";
import { importText } from "../../support/import-text.ts";

/** Ahead of the clock of the database, so that a moment of now is in the past and takes the general way. */
const app = startApp("fixtures", () => new Date(Date.now() + 86_400_000));
const moment = () => new Date(Date.now() + 3_600_000).toISOString();

/** Asks in every coding, as each is kept by itself: the first finds the paths, the others go along them. */
async function timesAsked(query: string): Promise<string[]> {
  const texts: string[] = [];
  for (const coding of ["identity", "gzip", "br"]) {
    const headers = { "Accept-Encoding": coding };
    const response = await fetch(`${app.address}/api/v1/rates/latest?${query}`, { headers });
    expect(response.status).toBe(200);
    texts.push(await response.text());
  }
  return texts;
}

const queries = [
  "base=USD&quotes=KGS",
  "base=KGS&quotes=USD,EUR,KZT,RUB,UZS",
  "base=KZT&quotes=KGS,USD&source=MARKET",
  "base=USD&quotes=KGS,XAU",
  "base=UZS&quotes=USD,TJS,GBP",
];

describe("latest rates along paths that are known", () => {
  it.each(queries)("are to the letter those of the general way: %s", async (query) => {
    const day = `${query}&date=2026-09-30`;
    const [general = ""] = await timesAsked(`${day}&asOf=${moment()}`);
    expect(general).toContain('"date":"2026-09-30"');
    expect(await timesAsked(day)).toEqual([general, general, general]);
    const [first, ...others] = await timesAsked(query);
    expect(others).toEqual([first, first]);
  });

  it("know of an import that another process made, in the same answer", async () => {
    const query = "base=USD&quotes=KGS&source=OTHER";
    for (const [day, rate, date] of [
      ["03", "87.5000", "2026-08-10"],
      ["04", "87.6000", "2026-08-11"],
      ["04", "87.5500", "2026-08-12"],
    ]) {
      const text = `date,base,quote,rate\n2026-08-${day},USD,KGS,${rate}\n`;
      await importText(app.database.pool, text, { source: "OTHER" });
      // Another day each time, as this process may not have heard yet that what it keeps is old.
      for (const told of await timesAsked(`${query}&date=${date}`)) expect(told).toContain(rate);
    }
  });

  it("answer 304 to who has them, today's for as long as the day lasts", async () => {
    const address = `${app.address}/api/v1/rates/latest?base=USD&quotes=KGS,EUR`;
    await timesAsked("base=USD&quotes=KGS,EUR");
    const made = await fetch(address, { headers: { Accept: "application/json" } });
    const headers = {
      Accept: "application/json;q=0.9",
      "If-None-Match": made.headers.get("etag")!,
    };
    const known = await fetch(address, { headers });
    expect([known.status, known.headers.get("etag")]).toEqual([304, made.headers.get("etag")]);
  });
});
