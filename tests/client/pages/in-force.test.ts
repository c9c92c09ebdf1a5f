import { afterEach, expect, it, vi } from "vitest";
import { moveOf } from "../../../client/pages/movers.ts";
import { rateCards } from "../../../client/pages/overview-cards.ts";
import { moveSince } from "../../../client/pages/rate-moves.ts";
import { readComparison } from "../../../client/pages/read-comparison.ts";
import { addressOfRates, readRates } from "../../../client/pages/read-rate.ts";
import { plainView, type View } from "../../../client/pages/view.ts";
import { extremesOf } from "../../../client/chart/extremes.ts";
import { comparedRate } from "./compared.ts";
import { rateOf, reader, readingOf, shownOf } from "./rate-reading.ts";

/** Som per dollar; on 29 September 2025 nothing was published. */
const published = [
  { period: "2025-09-12", value: 70 },
  { period: "2025-09-23", value: 80 },
  { period: "2025-10-04", value: 84 },
  { period: "2026-08-29", value: 90 },
  { period: "2026-09-29", value: 87.45 },
];
const reading = readingOf();

/** Answers as the API does, as far as ranges and an index go. */
function answer(path: string): Response {
  const query = new URL(path, "http://localhost").searchParams;
  const [start, end] = [query.get("start") ?? "", query.get("end") ?? "9999"];
  const within = published.filter(({ period }) => period >= start && period <= end);
  const base = query.get("units") === "index" ? (within[0]?.value ?? 1) / 100 : 1;
  const observations = within.map(({ period, value }) => ({ period, value: value / base }));
  return Response.json(shownOf(observations).answer);
}

const readAs = async (view: Partial<View>) => {
  vi.stubGlobal("fetch", (path: string) => Promise.resolve(answer(path)));
  const { observations } = await readRates(
    reading,
    { ...plainView, ...view },
    new AbortController().signal,
  );
  return observations;
};

afterEach(() => {
  vi.unstubAllGlobals();
});

it("a range begins with the rate in force on its first day, also as an index; named days do not", async () => {
  expect((await readAs({}))[0]).toEqual({ period: "2025-09-23", value: 80 });
  expect((await readAs({ as: "index" }))[0]).toEqual({ period: "2025-09-23", value: 100 });
  expect((await readAs({ range: "6m" }))[0]?.period).toBe("2026-08-29");
  expect((await readAs({ from: "2025-09-29" }))[0]?.period).toBe("2025-10-04");
});

it("card, table and rate page tell one year: since when, how far it moved, its low and its high", async () => {
  const observations = await readAs({});
  const year = shownOf(published).answer;
  const latest = {
    perDollar: [rateOf("USD", "KGS")],
    names: {},
    currencies: [],
    sources: reading.sources,
  };
  const mover = moveOf(rateOf("USD", "KGS"), year, "year", latest, reader);
  const [card] = rateCards(latest, { KGS: year }, reader, (code) => code);
  const move = moveSince(observations, 12);
  expect([mover.since, move?.before.period]).toEqual(["2025-09-23", "2025-09-23"]);
  expect([mover.change.text, card?.yearChange?.text]).toEqual(["+9.31%", "+9.31%"]);
  const { low, high } = extremesOf(observations)!;
  expect(card?.lowHigh).toEqual([low.value?.toFixed(4), high.value?.toFixed(4)]);
  const address = addressOfRates(reading, plainView, "csv", observations[0]?.period);
  expect(address).toContain("start=2025-09-23&");
});

it("a comparison begins on the same day, and so do its files", async () => {
  vi.stubGlobal("fetch", (path: string) => Promise.resolve(answer(path)));
  const lineup = {
    series: [comparedRate("KGS", { lastDay: "2026-09-29" })],
    missing: [],
    currencies: [],
    sources: [],
  };
  const told = async (view: Partial<View>) => {
    const all = { ...plainView, ...view };
    const { answers, asks } = await readComparison(lineup, all, new AbortController().signal);
    const [first] = answers.get("usd-kgs")?.observations ?? [];
    return [first?.period, first?.value, asks.map(({ query }) => query.start)];
  };
  expect(await told({ as: "level" })).toEqual(["2025-09-23", 80, ["2025-09-23"]]);
  expect(await told({ as: "index" })).toEqual(["2025-09-23", 100, ["2025-09-23"]]);
  expect(await told({ from: "2025-09-29" })).toEqual(["2025-10-04", 84, ["2025-09-29"]]);
});
