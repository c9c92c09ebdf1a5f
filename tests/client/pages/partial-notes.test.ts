import { describe, expect, it } from "vitest";
import { en as locale } from "../../../client/format/locales/en.ts";
import { type PartialLine, partialNotes } from "../../../client/pages/partial-notes.ts";
import { staleWords } from "../../../client/pages/stale-chip.ts";
import { en as texts } from "../../../client/strings/en.ts";

const reader = { texts, locale };
const lineOf = (
  name: string,
  frequency: PartialLine["frequency"],
  ...periods: string[]
): PartialLine => ({
  name,
  frequency,
  observations: periods.map((period) => ({ period, value: 1 })),
});

describe("partialNotes", () => {
  const open = { start: null, end: null };
  const kgs = lineOf("KGS", "D", "1993-05-10", "2026-11-20");
  const uzs = lineOf("UZS", "D", "2003-01-06", "2026-11-20");

  it("says where a line begins later, or ends earlier, than the longest", () => {
    expect(partialNotes([kgs, uzs], open, reader)).toEqual(["UZS: from 6 Jan 2003."]);
    const old = lineOf("TMT", "D", "1993-05-10", "2017-05-02");
    expect(partialNotes([kgs, old], open, reader)).toEqual(["TMT: to 2 May 2017."]);
  });

  it("says both at once of a line that does both, and names together those that leave out the same", () => {
    const short = ["tenge", "somoni"].map((name) => lineOf(name, "D", "2003-01-06", "2017-05-02"));
    expect(partialNotes([kgs, uzs, ...short], open, reader)).toEqual([
      "UZS: from 6 Jan 2003.",
      "Tenge, somoni: 6 Jan 2003–2 May 2017.",
    ]);
  });

  it("says where a line begins later than what was asked for", () => {
    const asked = { start: "1990-01-01", end: null };
    expect(partialNotes([kgs], asked, reader)).toEqual(["KGS: from 10 May 1993."]);
    expect(partialNotes([kgs], { start: "1993-05-08", end: null }, reader)).toEqual([]);
  });

  it("takes no holiday and no period under way for a lack, and needs values", () => {
    const year = lineOf("Imports", "A", "1993", "2025");
    expect(partialNotes([kgs, year], open, reader)).toEqual([]);
    expect(partialNotes([lineOf("KZT", "D")], open, reader)).toEqual([]);
    expect(partialNotes([kgs], { start: "1993-05-10", end: "2030" }, reader)).toEqual([]);
  });
});

describe("staleWords", () => {
  it.each([
    ["2026-11-17", "D", "2026-11-18", ""],
    ["2026-11-17", "D", "2026-11-20", "Last published Tue 17 Nov 2026 · publications late: 2"],
    ["2014-12-31", "D", "2026-11-20", "Nothing newer from this source since Wed 31 Dec 2014"],
    ["2026-09", "M", "2026-11-20", ""],
    ["2026-07", "M", "2026-11-20", "Last published Jul 2026 · publications late: 2"],
    ["2018", "A", "2026-11-20", "Nothing newer from this source since 2018"],
  ] as const)("of %s (%s), seen on %s: %s", (period, frequency, today, words) => {
    expect(staleWords(period, frequency, today, reader)).toBe(words);
  });
});
