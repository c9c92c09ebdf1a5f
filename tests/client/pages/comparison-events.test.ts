import { describe, expect, it } from "vitest";
import { countriesOfSeries, weightiest } from "../../../client/pages/comparison-events.ts";

const source = { name: "", url: null };
const languages = { title: "en", text: "en" };
const event = (id: number, rank: number) => ({
  ...{ id, rank, title: "", text: "", end: null, source, languages },
  start: `2026-01-${String(id).padStart(2, "0")}`,
});

describe("countriesOfSeries", () => {
  it.each([
    [{ pair: { base: "USD", quote: "KGS", source: null }, entity: "KGS" }, ["KG"]],
    [{ pair: { base: "KGS", quote: "KZT", source: null }, entity: "KZT" }, ["KG", "KZ"]],
    [{ pair: null, entity: "KZ" }, ["KZ"]],
    [{ pair: null, entity: "KZ-75" }, ["KZ"]],
    [{ pair: null, entity: "ROMPETROL_RAFINARE" }, []],
    [{ pair: null, entity: "W1" }, []],
  ])("of %o are %o", (series, countries) => {
    expect(countriesOfSeries(series)).toEqual(countries);
  });
});

describe("weightiest", () => {
  it("keeps the seven that matter most, of equals the newest, in order of time", () => {
    const events = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((id) => event(id, id === 1 ? 0 : 5));
    expect(weightiest(events).map(({ id }) => id)).toEqual([1, 4, 5, 6, 7, 8, 9]);
    expect(weightiest(events.slice(0, 3))).toEqual(events.slice(0, 3));
  });
});
