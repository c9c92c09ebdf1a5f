import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatShortAmount } from "../../../client/format/amount.ts";
import { formatPercent, speakPercent } from "../../../client/format/percent.ts";
import { formatTick, tickDecimals } from "../../../client/format/tick.ts";
import { everyLocale } from "./every-locale.ts";

const { en, ru, kk, uz, tk } = everyLocale;

describe("formatPercent", () => {
  it("has one decimal and the sign as the language sets it", () => {
    const texts = [en, ru, kk, uz, tk].map((locale) => formatPercent(18, locale));
    expect(texts).toEqual(["18.0%", "18,0\u00a0%", "18,0%", "18,0%", "18,0\u00a0%"]);
  });

  it("prints a true zero, and what rounds to it, without a sign", () => {
    expect(formatPercent(0, en)).toBe("0.0%");
    expect(formatPercent(-0.04, en)).toBe("0.0%");
    expect(formatPercent(-0.05, en)).toBe("−0.1%");
  });

  it("is spoken with the word for per cent, in Russian in the right form", () => {
    expect(speakPercent(20.2, en)).toBe("20.2 per cent");
    expect(speakPercent(20.2, ru)).toBe("20,2 процента");
    const wholes = [0, 1, 2, 5, 11, 12, 21, 24, 111].map((value) => speakPercent(value, ru, 0));
    expect(wholes).toEqual([
      "0 процентов",
      "1 процент",
      "2 процента",
      "5 процентов",
      "11 процентов",
      "12 процентов",
      "21 процент",
      "24 процента",
      "111 процентов",
    ]);
  });
});

describe("formatShortAmount", () => {
  it.each([
    [54213.4, 6, "54.2 billion"],
    [80, 6, "80 million"],
    [90.3, 6, "90.3 million"],
    [-270.5, 6, "−271 million"],
    [999.96, 6, "1 billion"],
    [999.4, 6, "999 million"],
    [1.005, 6, "1.01 million"],
    [1_234_567_890_123, 0, "1.23 trillion"],
    [123_456.7, 0, "123,457"],
    [999_999.7, 0, "1 million"],
    [1234, 0, "1,234"],
    [0.0123456, 0, "0.0123"],
    [12.5, 3, "12,500"],
    [0, 6, "0"],
    [-0.0001, 0, "−0.0001"],
  ])("of %d with power %i is %s", (value, power, text) => {
    expect(formatShortAmount(value, en, power)).toBe(text);
  });

  it("writes the scale as the language does", () => {
    expect(formatShortAmount(54213.4, ru, 6)).toBe("54,2\u00a0млрд");
    expect(formatShortAmount(54213.4, uz, 6)).toBe("54,2\u00a0mlrd");
  });

  it("never has an exponent, a hyphen-minus or a signed zero", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const text = formatShortAmount(value, en);
        expect(text).not.toMatch(/\de[-+\d]|-|^\u22120$/i);
        if (value !== 0) expect(text).toMatch(/[1-9]/);
      }),
    );
  });
});

describe("tickDecimals", () => {
  it.each([
    [25, 0],
    [2.5, 1],
    [0.25, 2],
    [1, 0],
    [0.1, 1],
    [0.30000000000000004 - 0.1, 1],
    [0.00002, 5],
    [5e-8, 8],
    [10, 0],
  ])("of a step of %d is %i", (step, decimals) => {
    expect(tickDecimals(step)).toBe(decimals);
  });

  it("gives every tick of an axis the same decimals, and no float noise", () => {
    expect([1, 2, 3].map((i) => formatTick(i * 0.1, en, 0.1))).toEqual(["0.1", "0.2", "0.3"]);
    expect(formatTick(8.25e-5, en, 2.5e-6)).toBe("0.0000825");
  });
});
