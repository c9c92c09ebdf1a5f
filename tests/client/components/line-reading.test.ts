import { describe, expect, it } from "vitest";
import type { Dated } from "../../../client/chart/gaps.ts";
import { type FigureLine, tracksOf } from "../../../client/components/line-picture.ts";
import { markNotes, readTrack } from "../../../client/components/line-reading.ts";
import { en as locale } from "../../../client/format/locales/en.ts";
import { en as texts } from "../../../client/strings/en.ts";

const base = { code: "KGS", label: "KGS", name: "Som", latest: "" };
const said = { text: "87.45", spoken: "87.45" };

function read(
  observations: readonly Dated[],
  at: number,
  more: Partial<FigureLine> & { today?: string } = {},
) {
  const { today = null, ...facts } = more;
  const [track] = tracksOf([{ ...base, frequency: "D", observations, ...facts }]);
  const events = [{ start: "2026-04-01", end: null, title: "New Year of the fiscal kind" }];
  return readTrack(track!, at, said, { texts, locale, events, today });
}

describe("the read-out of a chart", () => {
  const days = ["2026-02-27", "2026-04-02", "2026-04-03"].map((period) => ({ period, value: 87 }));

  it("says over which days nothing was published, and how long they were to a listener", () => {
    const { text, spoken } = read(days, 1);
    expect(text).toBe("87.45 · no figures 28 Feb–1 Apr · event 1: New Year of the fiscal kind");
    expect(spoken).toBe("87.45, gap of 34 days, event 1: New Year of the fiscal kind");
  });

  it("adds nothing where there is nothing to add", () => {
    expect(read(days, 2)).toEqual(said);
  });

  it("says a missing value between two close days too", () => {
    const list = [
      { period: "2026-04-06", value: 87 },
      { period: "2026-04-07", value: null, status: "M" as const },
      { period: "2026-04-08", value: 88 },
    ];
    expect(read(list, 1).text).toBe("87.45 · no figures 7 Apr");
  });

  it("says that a value is not final", () => {
    expect(read([{ period: "2025-06-03", value: 1, status: "P" }], 0).text).toBe(
      "87.45 · provisional",
    );
  });

  it("says that a period is not over, of an aggregate only", () => {
    const month = { period: "2026-11", value: 87 };
    const more = { frequency: "M", today: "2026-11-20" } as const;
    expect(read([{ ...month, count: 14 }], 0, more).text).toBe("87.45 · so far (to 20 Nov)");
    expect(read([month], 0, more)).toEqual(said);
  });
});

describe("what the marks on a chart mean", () => {
  const notesOf = (observations: readonly Dated[], more: Partial<FigureLine> = {}) => {
    const tracks = tracksOf([{ ...base, frequency: "D", observations, ...more }]);
    return markNotes(tracks, tracks[0]!, { texts, locale, events: [], today: null });
  };
  const apart = ["2026-02-27", "2026-04-02"].map((period) => ({ period, value: 87 }));

  it("is said of dots over a gap, where there is one that is drawn", () => {
    expect(notesOf(apart)).toEqual([expect.stringContaining("more than 10 days between two")]);
    expect(notesOf(apart, { frequency: "W" })[0]).toContain("more than 21 days");
    expect(notesOf(apart.slice(1))).toEqual([]);
    expect(notesOf(apart, { shape: "dots" })).toEqual([]);
  });
});

describe("the tracks of a figure", () => {
  it("give each unit a panel, in the order in which units come, and no place to what is missing", () => {
    const line = (unit: string): FigureLine => ({
      ...base,
      frequency: "A",
      unit,
      observations: [
        { period: "2024", value: null },
        { period: "2025", value: 1 },
      ],
    });
    const tracks = tracksOf([line("USD"), line("KGS"), line("USD")]);
    expect(tracks.map(({ panel }) => panel)).toEqual([0, 1, 0]);
    expect(tracks.map(({ seen }) => seen.length)).toEqual([1, 1, 1]);
  });
});
