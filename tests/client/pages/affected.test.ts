import { describe, expect, it } from "vitest";
import type { Change } from "../../../client/api/changes.ts";
import { areOf, hasChanged } from "../../../client/pages/affected.ts";

const changeOf = (...names: string[]): Change => ({
  id: 1,
  at: "2026-11-20T14:02:00Z",
  undoes: null,
  seriesCount: names.length,
  series: names.map((series) => ({ series, first: "2026-11-20", last: "2026-11-20" })),
});

describe("what an import concerns", () => {
  it.each([
    [["FX/D.USD.KGS.NBKR"], ["KGS"], true],
    [["FX/D.USD.KZT.NBK"], ["KGS", "TJS"], false],
    [["TRADE/A.KG.IMPORTS.USD_MN"], ["KGS"], false],
    [[], ["KGS"], false],
  ])("%j, where %j are shown: %s", (names, codes, isConcerned) => {
    expect(areOf([changeOf(...names)], codes)).toBe(isConcerned);
  });

  it("is everything where more series changed than were told", () => {
    expect(areOf([{ ...changeOf("FX/D.USD.KZT.NBK"), seriesCount: 2_000 }], ["KGS"])).toBe(true);
  });

  it("may be told by the name of a series", () => {
    const changes = [changeOf("FX/D.USD.KZT.NBK"), changeOf("TRADE/A.KG.IMPORTS.USD_MN")];
    expect(hasChanged(changes, (name) => name.startsWith("TRADE/"))).toBe(true);
    expect(hasChanged(changes, (name) => name.startsWith("REFINERY/"))).toBe(false);
  });
});
