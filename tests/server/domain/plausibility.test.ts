import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { judgeRate, noPast } from "../../../server/domain/plausibility.ts";
import {
  longestSlip,
  reach,
  type SurroundedRate,
} from "../../../server/domain/rate-surroundings.ts";

const som = { base: "USD", quote: "KGS" };
const sum = { base: "USD", quote: "UZS" };
const manat = { base: "USD", quote: "TMT" };
const pegged = { ...manat, officialPeg: true };

const longFor = reach + 2;
const longAt = (level: number) => Array.from({ length: longFor }, () => level);

/** The rates of a series as a file brings them, judged one after the other; `stored` of them are there already. */
function judge(
  values: readonly (string | number)[],
  also: Partial<SurroundedRate> = {},
  stored: readonly number[] = [],
) {
  const rates = values.map((value, i) => ({
    period: `day ${i}`,
    value: String(value),
    line: stored.includes(i) ? null : i + 2,
  }));
  let past = noPast;
  return rates.flatMap((own, i) => {
    const { line } = own;
    if (line === null) return [];
    const around = {
      former: rates.slice(Math.max(0, i - reach), i).reverse(),
      later: rates.slice(i + 1, i + 1 + reach),
    };
    const rate = { ...own, line, ...around, series: "FX/D", ...som, officialPeg: false, ...also };
    const judged = judgeRate(rate, past);
    past = judged.past;
    return judged.problems;
  });
}

const told = (...judged: Parameters<typeof judge>) =>
  judge(...judged).map(({ line, code }) => `${line} ${code}`);

describe("judgeRate(rate, past)", () => {
  it.each([
    ["a tenfold slip", [87.45, 874.5, 87.46], {}, ["3 scale"]],
    ["a slip by the nominal", [0.23, "0.0023", 0.231], {}, ["3 scale"]],
    ["a slip in the last rate", [87.45, 87.46, 8746], {}, ["4 scale"]],
    ["a slip in the first rate", [8745, 87.46, 87.45], {}, ["2 scale"]],
    ["a slip in one of two rates, where nothing tells in which", [8745, 87.46], {}, ["3 scale"]],
    ["10 times and 5 %", ["100", "1050"], {}, ["3 scale"]],
    ["10 times and 6 %", ["100", "1060"], {}, ["3 jump"]],
    ["an inverted rate", [87.45, 0.011435, 87.46], {}, ["3 inverted"]],
    ["a rate near 1, whose inverse is as near", [1.05, 0.95, 1.04], sum, []],
    ["a rate of 1.2 turned over", ["1.2", "0.83", "1.21"], {}, ["3 inverted"]],
    ["a rise of more than 40 %", [100, "140.1"], {}, ["3 jump"]],
    ["a rise of 40 %", [100, "140"], {}, ["3 large-move"]],
    ["the devaluation of the sum", ["4210.35", "8100.00", "8067.22"], sum, ["3 jump"]],
    ["a jump and the way back", [87, 129, 87.2], {}, ["3 jump"]],
    ["a jump at the second rate", [4210, 8100, 8090], sum, ["3 jump"]],
    ["two slips with a right rate between", [87, 8700, 87, 8700, 87], {}, ["3 scale", "5 scale"]],
    [
      "two slips side by side, and not the way back",
      [87, 87, 870, 871, 87],
      {},
      ["4 scale", "5 scale"],
    ],
    ["two slips after one right rate", [87, 8700, 8705, 87.1], {}, ["3 scale", "4 scale"]],
    [
      "three slips in a row",
      [87, 87, 8.7, 8.71, 8.7, 87, 87],
      {},
      ["4 scale", "5 scale", "6 scale"],
    ],
    ["two slips of other factors", [87, 8700, 870, 87.1, 87], {}, ["3 scale", "4 scale"]],
    [
      "two inverted rates",
      [87.45, 87.4, "0.01144", "0.01143", 87.5],
      {},
      ["4 inverted", "5 inverted"],
    ],
    ["two slips in the last rates", [87, 87.1, 87, 8700, 8701], {}, ["5 scale", "6 scale"]],
    ["two slips in the first rates", [8700, 8701, 87, 87.1, 87], {}, ["2 scale", "3 scale"]],
    ["first rate and last", [8700, 87, 87.1, 87, 8700], {}, ["2 scale", "6 scale"]],
    ["two jumps that revert", [87, 129, 130, 87.2], {}, ["3 jump", "4 jump"]],
    [
      "rates of another scale for long, once",
      [...longAt(87), ...longAt(870)],
      {},
      [`${2 + longFor} scale`],
    ],
    [
      "rates of another scale for long, and not the way back",
      [...longAt(87), ...longAt(870), ...longAt(87)],
      {},
      [`${2 + longFor} scale`],
    ],
    ["6 % of the som", [87, "92.3"], {}, ["3 large-move"]],
    ["5 % of the som", [100, "105"], {}, []],
    ["6 % of the sum", [100, "106"], sum, []],
    ["11 % of the sum", [100, "111"], sum, ["3 large-move"]],
    ["0.6 % of an official peg", ["3.50", "3.521"], pegged, ["3 large-move"]],
    ["0.5 % of an official peg", ["3.50", "3.5175"], pegged, []],
    ["0.6 % of the manat on the market", ["3.50", "3.521"], manat, []],
    ["the only rate", [87], {}, []],
  ])("tells of %s", (_, values, also, problems) => {
    expect(told(values, also)).toEqual(problems);
  });

  it.each([
    ["a new rate after stored ones", [87, 87.1, 8720], [0, 1], ["4 scale"]],
    ["a new rate before all stored ones", [8720, 87, 87.1], [1, 2], ["2 scale"]],
    ["a rate between stored ones, once", [87, 8720, 87.1], [0, 2], ["3 scale"]],
    ["the last of many before a stored one", [8720, 8721, 8722, 87], [3], ["4 scale"]],
    ["the way back from what is stored", [4210, 8100, 4211], [0, 1], ["4 jump"]],
    ["two new rates after a stored one", [87, 8700, 8710], [0], ["3 scale", "4 scale"]],
    ["many new rates after a stored one, once", [87, ...longAt(8700)], [0], ["3 scale"]],
    ["two new rates between stored ones", [87, 8700, 8710, 87], [0, 3], ["3 scale", "4 scale"]],
    ["nothing of a right rate beside a stored slip", [87, 87, 8700, 87.1], [0, 1, 2], []],
    ["nothing of a right rate before a stored slip", [87, 87.1, 8700, 87.2, 87], [2, 3, 4], []],
    ["nothing where new and stored agree", [87, 87.1, 87.2], [1], []],
  ])("judges by what is stored: %s", (_, values, stored, problems) => {
    expect(told(values, {}, stored)).toEqual(problems);
  });

  it.each([
    [[4210, 8100, 8090], "does not revert: the next rate is 8090"],
    [[87, 129, 87.2], "reverts: the next rate is 87.2"],
    [[87, 129], "no next rate yet"],
  ])("says of the jump in %j whether it stays", (values, outcome) => {
    expect(judge(values)[0]?.message).toContain(outcome);
  });

  it("says what a rate is compared with, and how far it is from it", () => {
    const { base, quote } = sum;
    const [jump] = judge(["4210.35", "8100.00"], { base, quote, series: "FX/D.USD.UZS.CBU" });
    expect(jump).toMatchObject({ text: "8100.00", severity: "warning" });
    expect(jump?.message).toContain(
      "FX/D.USD.UZS.CBU on day 1: 8100.00 is +92.4 % away from the rate beside it, 4210.35;",
    );
    expect(judge([87.45, 874.5])[0]?.message).toContain("is about 10 times the rate beside it");
    expect(judge([87.45, "0.8745"])[0]?.message).toContain("is about 1/100 of the rate");
    expect(judge([87.45, 0.0114])[0]?.message).toContain("is 1 USD = 0.0114 KGS what");
  });
});

describe("a warning that may be of the wrong rate", () => {
  it("names both lines where nothing tells which of two rates has slipped", () => {
    expect(judge([8745, 87.46])[0]?.message).toContain(
      "One of these is wrong: line 2 (8745) or line 3 (87.46); the rates around them do not tell",
    );
    expect(judge([8745, 8746, 87.46, 87.45])[0]?.message).toContain(
      "line 3 (8746) or line 4 (87.46)",
    );
    expect(judge([8745, 87.46, 87.45])[0]?.message).not.toContain("One of these");
    expect(judge([87, 8700], {}, [0])[0]?.message).not.toContain("One of these");
  });

  it("names the rate before a jump that stays, where a file begins with that one", () => {
    expect(judge([4210, 8100, 8090])[0]?.message).toContain(
      "else the rate before it is wrong, in line 2",
    );
    expect(judge([4210, 4211, 8100])[0]?.message).not.toContain("else the rate");
    expect(judge([4210, 8100, 8090], {}, [0])[0]?.message).not.toContain("else the rate");
  });

  it("names the day of the rate that it is compared with where that is not beside it", () => {
    const [first, second] = judge([87, 87, 870, 871, 87]);
    expect(first?.message).toContain("is about 10 times the rate beside it, 87:");
    expect(second?.message).toContain("is about 10 times the rate of day 1, 87:");
  });
});

/** Rates that never move by 5 %. */
const calm = fc
  .tuple(
    fc.constantFrom(0.0035, 0.23, 3.5, 9.27, 87.45, 505.15, 12034.56),
    fc.array(fc.integer({ min: -240, max: 240 }), { minLength: 3, maxLength: 30 }),
  )
  .map(([level, noise]) => noise.map((n) => level * (1 + n / 10_000)));

const warnings = (values: readonly number[]) =>
  judge(
    values.map((value) => value.toFixed(12)),
    sum,
  ).filter(({ severity }) => severity === "warning");

describe("a series that moves by less than 5 %", () => {
  it("is never doubted", () => {
    fc.assert(
      fc.property(calm, (values) => {
        expect(judge(values, som)).toEqual([]);
      }),
    );
  });

  it("has one warning, scale, when one of its rates is multiplied by 10, 100, 1000 or an inverse", () => {
    const factor = fc.constantFrom(10, 100, 1_000, 0.1, 0.01, 0.001);
    fc.assert(
      fc.property(calm, factor, fc.nat(), (values, times, at) => {
        const i = at % values.length;
        const found = warnings(values.with(i, values[i]! * times));
        expect(found).toMatchObject([{ line: i + 2, code: "scale" }]);
      }),
    );
  });

  it("has one warning, inverted, when one of its rates is turned over", () => {
    fc.assert(
      fc.property(calm, fc.nat(), (values, at) => {
        const i = at % values.length;
        const found = warnings(values.with(i, 1 / values[i]!));
        expect(found).toMatchObject([{ line: i + 2, code: "inverted" }]);
      }),
    );
  });

  it("has warnings of just those that were multiplied or turned over, one or several days in a row", () => {
    const slip = fc.constantFrom(
      (value: number) => value * 1_000,
      (value: number) => value / 100,
      (value: number) => 1 / value,
    );
    fc.assert(
      fc.property(
        calm,
        slip,
        fc.nat(),
        fc.integer({ min: 1, max: longestSlip }),
        (some, by, at, days) => {
          const values = [some, some, some, some, some].flat().slice(0, 3 * longestSlip);
          const first = at % (values.length - days + 1);
          const found = warnings(
            values.map((value, i) => (i >= first && i < first + days ? by(value) : value)),
          );
          const lines = Array.from({ length: days }, (_, i) => first + i + 2);
          expect(found.map(({ line }) => line).sort((a, b) => a - b)).toEqual(lines);
        },
      ),
    );
  });
});
