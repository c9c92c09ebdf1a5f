import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chosenEvents, mergeMarks } from "../../../client/chart/event-marks.ts";

const event = (start: string, more: { end?: string; rank?: number } = {}) => ({
  title: start,
  end: null,
  ...more,
  start,
});
const [from, to] = [Date.parse("2026-01-01"), Date.parse("2026-12-31")];

describe("chosenEvents", () => {
  it("numbers events by the list that the page prints, and leaves out what is not in view", () => {
    const events = [event("2025-03-01"), event("2026-02-01"), event("2026-05-01")];
    expect(chosenEvents(events, from, to, 7).map(({ number }) => number)).toEqual([2, 3]);
  });

  it("takes a span that reaches into the view", () => {
    const events = [event("2025-03-01", { end: "2026-01-15" })];
    expect(chosenEvents(events, from, to, 7)).toHaveLength(1);
  });

  it("keeps those of the best rank, then the newest, and shows them in order of time", () => {
    const events = [
      event("2026-01-05", { rank: 1 }),
      event("2026-02-05", { rank: 3 }),
      event("2026-03-05"),
      event("2026-04-05"),
    ];
    expect(chosenEvents(events, from, to, 3).map(({ number }) => number)).toEqual([1, 2, 4]);
  });
});

describe("mergeMarks", () => {
  it.each([
    [
      [
        [10, 1],
        [40, 2],
      ],
      ["1", "2"],
    ],
    [
      [
        [10, 1],
        [25, 2],
        [40, 3],
        [80, 4],
      ],
      ["1–3", "4"],
    ],
    [
      [
        [10, 2],
        [25, 5],
      ],
      ["2, 5"],
    ],
    [
      [
        [10, 1],
        [30, 2],
      ],
      ["1", "2"],
    ],
  ])("%j are the circles %j", (placed, texts) => {
    const marks = mergeMarks(placed.map(([x = 0, number = 0]) => ({ x, number })));
    expect(marks.map(({ text }) => text)).toEqual(texts);
  });

  it("never loses an event", () => {
    const place = fc.record({ x: fc.integer({ min: 0, max: 300 }) });
    fc.assert(
      fc.property(fc.array(place, { maxLength: 7 }), (places) => {
        const placed = places.sort((a, b) => a.x - b.x).map(({ x }, i) => ({ x, number: i + 1 }));
        const numbers = mergeMarks(placed).flatMap(({ text }) => {
          const [first = 0, last = first] = text.split("–").map(Number);
          return Array.from({ length: last - first + 1 }, (_, i) => first + i);
        });
        expect(numbers).toEqual(placed.map(({ number }) => number));
      }),
    );
  });
});
