import { Decimal } from "decimal.js";
import fc from "fast-check";
import { expect, it } from "vitest";
import { formatNumber, formatRange, speakNumber } from "../../../client/format/number.ts";
import { everyLocale, plainDigits } from "./every-locale.ts";

const { en, ru, tg, uz } = everyLocale;
const locales = fc.constantFrom(...Object.values(everyLocale));
const finite = fc.double({ noNaN: true, noDefaultInfinity: true });

it.each([
  [1.005, 2, "1.01"], // toFixed gives 1.00
  [-1.005, 2, "−1.01"],
  [8.325, 2, "8.33"],
  [0.5, 0, "1"],
  [-0.5, 0, "−1"],
  [2.5, 0, "3"],
  [-0.4, 0, "0"],
  [-0, 1, "0.0"],
  [1e21, 0, "1,000,000,000,000,000,000,000"],
  [8.25e-5, 6, "0.000083"],
  [999999.995, 2, "1,000,000.00"],
  [-1234, 0, "−1,234"],
])(
  "formatNumber(%d, en, %i) is %s: half away from zero, by the digits as written",
  (value, decimals, text) => {
    expect(formatNumber(value, en, decimals)).toBe(text);
  },
);

it("formatNumber keeps digits that a double has not, when they come as text", () => {
  expect(formatNumber("12345678901234567890.123456789", en, 9)).toBe(
    "12,345,678,901,234,567,890.123456789",
  );
  expect(formatNumber("87.4500", ru, 4)).toBe("87,4500");
});

it.each(["", "NaN", "1,5", " 1", "0x10", ".5", NaN, Infinity])(
  "formatNumber refuses %j",
  (value) => {
    expect(() => formatNumber(value, en, 2)).toThrow(RangeError);
  },
);

it("formatNumber rounds as exact decimal arithmetic does, for any number", () => {
  fc.assert(
    fc.property(finite, fc.nat(12), locales, (value, decimals, locale) => {
      const exact = new Decimal(String(value)).toFixed(decimals, Decimal.ROUND_HALF_UP);
      const unsigned = Number(exact) === 0 ? exact.replace("-", "") : exact;
      expect(plainDigits(formatNumber(value, locale, decimals), locale)).toBe(unsigned);
    }),
  );
});

it("formatNumber never writes an exponent, a hyphen-minus or a signed zero", () => {
  fc.assert(
    fc.property(finite, fc.nat(12), locales, (value, decimals, locale) => {
      const text = formatNumber(value, locale, decimals);
      expect(text).toMatch(/^\u2212?\d{1,3}([,\u00a0]\d{3})*([.,]\d+)?$/);
      expect(text).not.toMatch(/^\u2212[0.,\u00a0]*$/);
    }),
  );
});

it("speakNumber has no thousands separator", () => {
  expect(speakNumber(11932.64, en, 2)).toBe("11932.64");
  expect(speakNumber(-11932.64, ru, 2)).toBe("−11932,64");
});

it("formatRange puts a dash between, and words where a bound is below zero", () => {
  expect(formatRange(17.9, 22.5, en, 1)).toBe("17.9–22.5");
  expect(formatRange(-3, 5, en, 1)).toBe("−3.0 to 5.0");
  expect(formatRange(-3, 5, ru, 0)).toBe("от −3 до 5");
  expect(formatRange(-3, -1, tg, 0)).toBe("аз −3 то −1");
  expect(formatRange(-3, 5, uz, 0)).toBe("−3 … 5");
  expect(formatRange(-0.01, 5, en, 1)).toBe("0.0–5.0");
});
