import { describe, expect, it } from "vitest";
import { fullerSource } from "../../../client/pages/fuller-source.ts";
import { otherSources } from "../../../client/pages/other-sources.ts";
import { rateOf, readingOf, sourceOf } from "./rate-reading.ts";

/** Som per dollar of the central bank, new to Kurs since a day, beside a market's and yearly ones. */
function readingSince(since: string) {
  const quotedBy = [
    { source: "PWT", since: "1994-01-01" },
    { source: "MARKET", since: "2024-03-02" },
    { source: "NBKR", since },
  ];
  return readingOf({
    there: rateOf("USD", "KGS", { date: "2026-09-29" }),
    currencies: [
      { code: "USD", name: "dollar", quotedBy, regimes: [] },
      { code: "KGS", name: "som", quotedBy, regimes: [] },
      { code: "KZT", name: "tenge", quotedBy: [], regimes: [] },
    ],
    sources: [
      { ...sourceOf("other"), code: "PWT", rank: 300 },
      { ...sourceOf("market"), code: "MARKET", rank: 200 },
      sourceOf("official"),
    ],
  });
}

describe("a source that is new and yet ranks first", () => {
  it("is told beside the next in rank that has more", () => {
    const found = fullerSource(readingSince("2026-09-25"), "2025-09-29");
    expect(found).toMatchObject({
      since: "2026-09-25",
      other: { code: "MARKET" },
      otherSince: "2024-03-02",
    });
    expect(fullerSource(readingSince("2026-09-25"), null)?.other.code).toBe("MARKET");
  });

  it("is not told where it has all that is asked for, or a year", () => {
    expect(fullerSource(readingSince("2026-09-01"), "2026-08-29")).toBeNull();
    expect(fullerSource(readingSince("2025-09-01"), "2021-09-29")).toBeNull();
    expect(fullerSource(readingSince("2025-09-01"), null)).toBeNull();
  });

  it("is not told where nobody else has both currencies", () => {
    const reading = readingSince("2026-09-25");
    const pair = { base: "KZT", quote: "KGS" };
    expect(fullerSource({ ...reading, pair }, null)).toBeNull();
  });
});

it("the other sources of a day are those that had both currencies by then", () => {
  const reading = readingSince("2026-09-25");
  const codesOn = (date: string) => otherSources(reading, date).map(({ code }) => code);
  expect(codesOn("2026-08-01")).toEqual(["PWT", "MARKET"]);
  expect(codesOn("2000-01-01")).toEqual(["PWT"]);
  expect(codesOn("1990-01-01")).toEqual([]);
});
