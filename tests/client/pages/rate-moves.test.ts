import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { missedPublications } from "../../../client/pages/freshness.ts";
import { eventNear, largestMove, moveSince } from "../../../client/pages/rate-moves.ts";
import { spreadOf } from "../../../client/pages/rate-statistics.ts";

const day = (period: string, value: number | null) => ({ period, value });

describe("the move since a month ago", () => {
  const september = [day("2026-09-01", 2), day("2026-09-29", 3)];
  it.each([
    ["of that very day", [day("2026-08-29", 1), ...september], "2026-08-29"],
    ["the last before it", [day("2026-08-25", 1), ...september], "2026-08-25"],
    [
      "not one without a value",
      [day("2026-08-25", 1), day("2026-08-29", null), ...september],
      "2026-08-25",
    ],
  ])("is from %s", (_, observations, before) => {
    expect(moveSince(observations, 1)?.before.period).toBe(before);
    expect(moveSince(observations, 1)?.now.period).toBe("2026-09-29");
  });

  it("is none where no rate that is shown was in force then, or the periods are no days", () => {
    expect(moveSince([day("2026-08-14", 1), ...september], 1)).toBeNull();
    expect(moveSince([day("2026-08", 1), day("2026-09", 3)], 1)).toBeNull();
    expect(moveSince([], 1)).toBeNull();
  });
});

describe("the largest move", () => {
  it("is by ratio, up or down alike, the newest of equals", () => {
    const move = largestMove([
      day("2017-09-04", 4210.35),
      day("2017-09-05", 8100),
      day("2017-09-06", 8000),
    ]);
    expect([move?.before.period, move?.now.period]).toEqual(["2017-09-04", "2017-09-05"]);
    const back = largestMove([day("2020", 1), day("2021", 2), day("2022", 1)]);
    expect(back?.now.period).toBe("2022");
    expect(largestMove([day("2020", 1), day("2021", 1)])).toBeNull();
  });

  it("is between neighbours, and none is larger", () => {
    const values = fc.array(fc.double({ min: 0.0001, max: 10_000, noNaN: true }), { minLength: 2 });
    fc.assert(
      fc.property(values, (list) => {
        const ratios = list.slice(1).map((now, i) => Math.abs(Math.log(now / list[i]!)));
        const move = largestMove(list.map((value, i) => day(String(1000 + i), value)));
        const size = move ? Math.abs(Math.log(move.now.value! / move.before.value!)) : 0;
        expect(size).toBe(Math.max(...ratios));
      }),
    );
  });

  it("has the nearest event within a fortnight, with its number in the list", () => {
    const move = { before: day("2017-09-04", 1), now: day("2017-09-05", 2) };
    const event = (start: string, end: string | null = null) => ({ start, end });
    const far = event("2017-08-01");
    const near = event("2017-09-10");
    expect(eventNear(move, [far, near, event("2017-09-15")])).toMatchObject({
      event: near,
      number: 2,
    });
    expect(eventNear(move, [far])).toBeNull();
    expect(eventNear(move, [event("2017-01-01", "2017-08-25")])?.number).toBe(1);
  });
});

describe("publications are missed", () => {
  it.each([
    ["2026-11-20", "D", "2026-11-22", 0], // A Friday's rate on Sunday
    ["2026-11-20", "D", "2026-11-24", 0], // on Tuesday Monday's alone is missing
    ["2026-11-17", "D", "2026-11-20", 2],
    ["2026-09-29", "D", "2026-11-23", 38],
    ["2026-11-20", "D", "2026-11-20", 0],
    ["2026-11-23", "D", "2026-11-20", 0], // a rate for a day to come
    ["2026-10", "M", "2026-11-23", 0],
    ["2026-08", "M", "2026-11-23", 1],
    ["2025", "A", "2026-11-23", 0],
    ["2017", "A", "2026-11-23", 7],
  ] as const)("since %s (%s), as seen on %s: %i", (period, frequency, today, missed) => {
    expect(missedPublications(period, frequency, today)).toBe(missed);
  });
});

it("mean and deviation are those of a sample, of which one value has no deviation", () => {
  expect(spreadOf([1, 1, 5, 5, 3])).toEqual({ mean: 3, deviation: 2 });
  expect(spreadOf([87.45])).toEqual({ mean: 87.45, deviation: null });
  expect(spreadOf([])).toBeNull();
});
