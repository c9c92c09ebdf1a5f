import { expect, it } from "vitest";
import { warningCodes } from "../../../server/contract/import-report.ts";
import { startApp } from "../../support/app.ts";

const app = startApp("fixtures", () => new Date());
const authorized = () => ({ Authorization: `Bearer ${app.token}` });

/** Imports a file over HTTP, so that the app's very next answer knows it; gives the import's number and moment. */
const post = async (source: string, body: string) => {
  const headers = { ...authorized(), "Content-Type": "text/csv" };
  const query = { source, accept: warningCodes.join() };
  const report = (await app.ask("postImport", {}, query, { method: "POST", headers, body })).body;
  return { id: String(report.id), at: String(report.at) };
};
const bring = (source: string, ...rows: string[]) =>
  post(source, ["date,base,quote,rate", ...rows, ""].join("\n"));
const undo = async (id: string) =>
  (await app.ask("postUndo", { id }, {}, { method: "POST", headers: authorized() })).body;

const change = (code: string, said: object) =>
  app.ask(
    "putSource",
    { code },
    {},
    {
      method: "PUT",
      headers: { ...authorized(), "Content-Type": "application/json" },
      body: JSON.stringify(said),
    },
  );

/** What the newest rate, an amount and a range tell of a pair, to the letter; a problem's detail where there is none. */
async function tell(pair: string, query: Record<string, string> = {}): Promise<string[]> {
  const [from = "", to = ""] = pair.split("-");
  const search = new URLSearchParams(query).toString();
  const asked = [
    `latest?base=${from}&quotes=${to}&${search}`,
    `convert?from=${from}&to=${to}&amount=1500&${search}`,
    `${pair}/observations?${search}`,
  ];
  return Promise.all(
    asked.map(async (path) => (await fetch(`${app.address}/api/v1/rates/${path}`)).text()),
  );
}

const usd = ["2026-09-14,USD,KGS,87.4500", "2026-09-14,USD,KZT,505.15"];

it("an unrelated pair of a source without a pivot changes no cross, nor does its undo", async () => {
  const source = "ALONE";
  await bring(source, ...usd);
  const before = await tell("KGS-KZT", { source });
  expect(before[0]).toContain('"rate":5.77644,');
  const { id } = await bring(source, "2026-09-14,EUR,KGS,101.20");
  expect(await tell("KGS-KZT", { source })).toEqual(before);
  await undo(id);
  expect(await tell("KGS-KZT", { source })).toEqual(before);
});

it("a cross goes through the next currency where the first has no rate", async () => {
  const source = "TWOWAYS";
  const { id } = await bring(source, ...usd);
  await bring(source, "2026-09-16,EUR,KGS,100", "2026-09-16,EUR,KZT,600");
  const rateOf = async (query: object) => {
    const asked = { base: "KGS", quotes: "KZT", source, ...query };
    return (await app.ask("latestRates", {}, asked)).body.rates[0]?.rate;
  };
  expect(await rateOf({ date: "2026-09-28" })).toBe(5.77644);
  expect(await rateOf({ date: "2026-09-29" })).toBe(6);
  const range = { start: "2026-09-15", source };
  const { body } = await app.ask("pairObservations", { pair: "KGS-KZT" }, range);
  expect(body.observations).toMatchObject([{ period: "2026-09-16", value: 6 }]);
  await undo(id);
  expect(await rateOf({})).toBe(6);
});

it("as of a moment, what was brought later is no path, and what was undone since still is", async () => {
  const first = await bring("MARKETA", "2026-09-14,USD,AMD,380");
  const before = await tell("USD-AMD", { asOf: first.at });
  await change("MARKETA", { rank: 30 });
  const better = await bring("BETTER", "2026-09-15,USD,AMD,390");
  await change("BETTER", { rank: 20 });
  await bring("MARKETA", "2026-09-15,USD,GEL,2.70");
  expect(await tell("USD-AMD", { asOf: first.at })).toEqual(before);
  const unknown = await tell("USD-GEL", { asOf: better.at });
  for (const text of unknown) expect(text).toMatch(/\/problems\/no-rate|"observations":\[\]/);

  const now = new Date().toISOString();
  const both = await tell("USD-AMD", { asOf: now });
  for (const text of both) expect(text).toContain('"BETTER"');
  const undone = await undo(better.id);
  expect(await tell("USD-AMD", { asOf: now })).toEqual(both);
  for (const text of await tell("USD-AMD", { asOf: String(undone.at) }))
    expect(text).toContain("MARKETA");
});

it("as of a moment the ranks and pivots of that moment count, and the answer stays for ever", async () => {
  await bring("EAST", ...usd, "2026-09-14,EUR,KGS,100", "2026-09-14,EUR,KZT,600");
  await bring("WEST", "2026-09-14,USD,KGS,86", "2026-09-14,USD,KZT,506");
  await change("EAST", { rank: 5, pivot: "EUR" });
  await change("WEST", { rank: 6 });
  const at = new Date(Date.now() + 2).toISOString();
  await expect.poll(() => Date.now()).toBeGreaterThan(Date.parse(at) + 10);
  const pairs = ["USD-KGS", "KGS-KZT"];
  const tellAll = () => Promise.all(pairs.map((pair) => tell(pair, { asOf: at })));
  const before = await tellAll();
  expect(before[1]?.[0]).toContain('"rate":6.00000,');

  await change("EAST", { rank: 7, pivot: "USD" });
  await change("EAST", { homepage: "https://example.org/" });
  expect(await tellAll()).toEqual(before);
  const asked = { base: "USD", quotes: "KGS", asOf: at };
  const { response } = await app.ask("latestRates", {}, asked);
  expect(response.headers.get("cache-control")).toContain("immutable");
  for (const text of await tell("USD-KGS")) expect(text).toContain("WEST");
  const cross = await app.ask("latestRates", {}, { base: "KGS", quotes: "KZT", source: "EAST" });
  expect(cross.body.rates[0]?.rate).toBe(5.77644);
});

it("a source's monthly rates never stand in for a gap of its daily ones", async () => {
  const source = "MIXED";
  await post(source, "period,base,quote,rate\n2026-07,USD,KGS,85\n2026-08,USD,KGS,86\n");
  const date = "2026-08-10";
  const monthly = await tell("USD-KGS", { source });
  for (const text of monthly) expect(text).toContain("2026-0");
  const { id } = await bring(source, "2026-06-01,USD,KGS,87", "2026-09-14,USD,KGS,88");
  const problem = /"type":"\/problems\/no-rate"/;
  const latest = () =>
    app.refused(`/api/v1/rates/latest?base=USD&quotes=KGS&source=MIXED&date=${date}`);
  expect((await latest()).text).toMatch(problem);
  const amount = `convert?from=USD&to=KGS&amount=1&source=MIXED&date=${date}`;
  expect((await app.refused(`/api/v1/rates/${amount}`)).text).toMatch(problem);
  const range = { source, start: "2026-07", end: "2026-08" };
  const { body } = await app.ask("pairObservations", { pair: "USD-KGS" }, range);
  expect([body.frequency, body.observations]).toEqual(["D", []]);

  await undo(id);
  expect(await tell("USD-KGS", { source })).toEqual(monthly);
});
