import { Decimal } from "decimal.js";
import fc from "fast-check";
import { expect, it } from "vitest";
import {
  chooseNominal,
  formatNominal,
  formatQuote,
  formatRate,
} from "../../../client/format/rate.ts";
import { everyLocale, plainDigits } from "./every-locale.ts";

const { en, ru } = everyLocale;
const locales = fc.constantFrom(...Object.values(everyLocale));

/** What a bank may print: up to 13 digits, up to 8 of them decimals, above zero. */
const published = fc
  .record({ digits: fc.bigInt(1n, 9_999_999_999_999n), decimals: fc.nat(8) })
  .map(({ digits, decimals }) => ({
    text: new Decimal(String(digits)).div(10 ** decimals).toFixed(decimals),
    decimals,
  }));
const derived = fc.double({ min: 1e-9, max: 1e9, noNaN: true });

it("formatRate prints a published rate digit for digit, from a JSON number as from text", () => {
  fc.assert(
    fc.property(published, locales, ({ text, decimals }, locale) => {
      for (const value of [text, Number(text)]) {
        const rate = formatRate(value, locale, { published: decimals, nominal: 1 });
        expect(plainDigits(rate.text, locale)).toBe(text);
      }
    }),
  );
});

it("formatRate loses and invents no digit of a published rate that it quotes per 10, 100, 1,000 …", () => {
  fc.assert(
    fc.property(published, fc.option(fc.constantFrom(1, 10, 100, 1000)), (rate, nominal) => {
      const options = { published: rate.decimals, nominal: nominal ?? undefined };
      const shown = formatRate(rate.text, en, options);
      const perUnit = new Decimal(plainDigits(shown.text, en)).div(shown.nominal);
      expect(perUnit.toFixed(rate.decimals)).toBe(rate.text);
    }),
  );
});

it("formatRate gives a derived rate five significant digits, at least two decimals", () => {
  fc.assert(
    fc.property(derived, locales, (value, locale) => {
      const { text, nominal } = formatRate(value, locale);
      const digits = plainDigits(text, locale);
      const exact = new Decimal(value).mul(nominal);
      const five = exact.toSignificantDigits(5, Decimal.ROUND_HALF_UP);
      const decimals = (digits.split(".")[1] ?? "").length;
      expect(decimals).toBeGreaterThanOrEqual(2);
      if (decimals > 2) {
        expect(Number(digits)).toBe(five.toNumber());
        expect(digits.replace(".", "").replace(/^0+/, "")).toHaveLength(5);
      } else expect(digits).toBe(exact.toFixed(2, Decimal.ROUND_HALF_UP));
    }),
  );
});

it("formatRate never rounds a rate away, and never writes an exponent", () => {
  fc.assert(
    fc.property(derived, fc.constantFrom(undefined, 1), locales, (value, nominal, locale) => {
      const { text, spoken } = formatRate(value, locale, { nominal });
      expect(text).toMatch(/[1-9]/);
      expect(text + spoken).not.toMatch(/e|-/i);
    }),
  );
});

it("formatRate has at most eight decimals for a nominal, and as many as it takes for one unit", () => {
  expect(formatRate(8.380375172635729e-7, en, { nominal: 10 }).text).toBe("0.00000838");
  expect(formatRate(8.380375172635729e-7, en, { nominal: 1 }).text).toBe("0.00000083804");
});

it("formatRate inverts the stored value, and swapping back shows it again", () => {
  const stored = 33.739658;
  expect(formatRate(stored, en, { inverse: true }).text).toBe("0.029639");
  expect(formatRate(stored, en, { published: 6 }).text).toBe("33.739658");
});

it("formatRate inverts exactly", () => {
  fc.assert(
    fc.property(published, ({ text }) => {
      const { text: shown, nominal } = formatRate(text, en, { inverse: true });
      const digits = plainDigits(shown, en);
      const exact = new Decimal(nominal).div(text);
      const decimals = (digits.split(".")[1] ?? "").length;
      expect(digits).toBe(exact.toFixed(decimals, Decimal.ROUND_HALF_UP));
    }),
  );
});

it.each([
  [1, 1],
  [0.001, 1],
  [0.000999999, 100],
  [0.0001, 100],
  [0.0000999, 1000],
  [0.00008380375, 1000],
  [0.00001, 1000],
  [0.0000099, 10000],
  [1e-7, 100000],
  [1e-9, 10000000],
  [0, 1],
])("chooseNominal(%d) is %i: the smallest that lifts it to 0.01", (value, nominal) => {
  expect(chooseNominal(value)).toBe(nominal);
});

it("formatRate speaks without thousands separators", () => {
  expect(formatRate(11932.64, ru, { published: 2 }).spoken).toBe("11932,64");
});

it("formatQuote is a sentence, with the nominal where there is one", () => {
  expect(formatQuote(87.45, { base: "USD", quote: "KGS" }, en, { published: 4 })).toBe(
    "1 USD = 87.4500 KGS",
  );
  const uzs = { base: "UZS", quote: "USD" };
  expect(formatQuote(11932.64, uzs, en, { inverse: true })).toBe("1,000 UZS = 0.083804 USD");
  expect(formatQuote(11932.64, uzs, ru, { inverse: true })).toBe("1\u00a0000 UZS = 0,083804 USD");
  expect(formatQuote(0.00008, uzs, en, { published: 5 })).toBe("1,000 UZS = 0.08 USD");
  expect(formatNominal(100000, en)).toBe("100,000");
});
