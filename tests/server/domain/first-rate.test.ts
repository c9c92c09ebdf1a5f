import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { judgeFirstRate } from "../../../server/domain/first-rate.ts";

const rate = {
  series: "FX/D.KGS.USD.NBKR",
  base: "KGS",
  quote: "USD",
  line: 3,
  period: "2026-11-20",
  value: "87.4700",
  reference: "FX/D.USD.KGS.NBKR",
  referencePeriod: "2026-11-18",
  referenceValue: "87.4800",
  isTurned: true,
};

describe("judgeFirstRate(rate)", () => {
  it("warns of a series in the wrong direction, and says by what it is known", () => {
    expect(judgeFirstRate(rate)).toEqual({
      line: 3,
      column: null,
      text: "87.4700",
      code: "inverted",
      severity: "warning",
      message:
        "FX/D.KGS.USD.NBKR on 2026-11-20: 87.4700 looks inverted, since the inverse of FX/D.USD.KGS.NBKR on 2026-11-18 is 0.01143118: is 1 KGS = 87.4700 USD what the publisher means? All its rates in the file are to be looked at.",
    });
  });

  it.each([
    ["the right inverse", { value: "0.01143" }, null],
    ["the same direction", { isTurned: false, value: "0.0114" }, "inverted"],
    ["a hundredth", { isTurned: false, value: "0.875" }, "scale"],
    ["a thousandfold inverse", { value: "11.43" }, "scale"],
    ["a market far from the official rate", { isTurned: false, value: "190" }, null],
    [
      "a peg in the wrong direction",
      { value: "3.5", reference: null, referenceValue: "3.5" },
      "inverted",
    ],
    [
      "a peg as it is",
      { value: "3.5", isTurned: false, reference: null, referenceValue: "3.5" },
      null,
    ],
    ["currencies that are nearly of one value", { value: "1.08", referenceValue: "1.09" }, null],
  ])("thinks of %s what a reader would", (_, change, code) => {
    expect(judgeFirstRate({ ...rate, ...change })?.code ?? null).toBe(code);
  });

  it("has nothing against what lies within a twentieth of its reference, either way round", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000_000 }),
        fc.integer({ min: 960, max: 1040 }),
        (cents, thousandths) => {
          const value = String((cents * thousandths) / 1000);
          const referenceValue = String(cents);
          expect(judgeFirstRate({ ...rate, isTurned: false, value, referenceValue })).toBeNull();
        },
      ),
    );
  });
});
