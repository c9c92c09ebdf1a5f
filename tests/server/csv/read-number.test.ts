import { Decimal } from "decimal.js";
import fc from "fast-check";
import { expect, it } from "vitest";
import { readNominal, readNominalPower } from "../../../server/csv/read-nominal.ts";
import { readNumber } from "../../../server/csv/read-number.ts";

it.each([
  ["87.4500", "87.4500"],
  ["48995463.13041957", "48995463.13041957"],
  ["007.50", "7.50"],
  [".5", "0.5"],
  ["5.", "5"],
  ["+12.3", "12.3"],
  ["-0.5", "-0.5"],
  ["−5", "-5"],
  ["–5", "-5"],
  ["(5)", "-5"],
  ["5-", "-5"],
  ["-0.00", "0.00"],
  ["1.8782684e-7", "0.00000018782684"],
  ["2E3", "2000"],
])("N5, N9: readNumber(%j) is %j", (text, expected) => {
  expect(readNumber(text)).toBe(expected);
});

it.each(
  [
    ["", "abc", "8O.1", "12abc", "1.2.3", "--5", "-(5)", "+-5", "."],
    ["Infinity", "NaN", "1e400", "1e61", "0x1F", "1_000", "१२", "٣", "1/3", "e5"],
    ["11. 5885", "1 00", "1 0000", "1,23,456", "0 123", "12,7186", "5%", "$5", "9".repeat(101)],
  ].flat(),
)("N10, N13: readNumber(%j) is no number", (text) => {
  expect(readNumber(text)).toBeNull();
});

it("N1: readNumber(text, ',') reads a decimal comma, and no point beside it", () => {
  expect(readNumber("12,7186", ",")).toBe("12.7186");
  expect(readNumber("12", ",")).toBe("12");
  expect(readNumber("12.7186", ",")).toBeNull();
  expect(readNumber("1,2,3", ",")).toBeNull();
});

it.each([
  ["1 234,56", ",", "1234.56"],
  ["1\u00a0234\u00a0567,8", ",", "1234567.8"],
  ["1\u202f234,5", ",", "1234.5"],
  ["1\u2009234", ".", "1234"],
  ["-1\u2007234.50", ".", "-1234.50"],
  ["1,234.56", ".", "1234.56"],
  ["1.234,56", ",", "1234.56"],
  ["1'234.56", ".", "1234.56"],
  ["(1,234)", ".", "-1234"],
  ["12.345", ",", "12345"],
  ["1.234.567", ",", "1234567"],
] as const)("N2, N3: readNumber(%j, %j) is %j", (text, decimal, expected) => {
  expect(readNumber(text, decimal)).toBe(expected);
});

it("readNumber(text) is the same decimal with the same scale", () => {
  const sign = fc.constantFrom("", "-", "+");
  const zeros = fc.constantFrom("", "0", "000");
  const whole = fc.bigInt({ min: 0n, max: 10n ** 25n });
  const decimals = fc.stringMatching(/^\d{0,25}$/);
  fc.assert(
    fc.property(sign, zeros, whole, decimals, (sign, zeros, whole, decimals) => {
      const text = `${sign}${zeros}${whole}${decimals && `.${decimals}`}`;
      const read = readNumber(text)!;
      const exact = Decimal.clone({ precision: 100 });
      expect(new exact(read).eq(new exact(text))).toBe(true);
      expect(read.split(".")[1] ?? "").toBe(decimals);
      expect(readNumber(read)).toBe(read);
    }),
  );
});

it("readNumber(text) reads a number in scientific form as Decimal does", () => {
  const mantissa = fc.stringMatching(/^-?\d{1,12}(\.\d{1,12})?$/);
  fc.assert(
    fc.property(mantissa, fc.integer({ min: -60, max: 60 }), (mantissa, exponent) => {
      const exact = Decimal.clone({ precision: 200 });
      const text = `${mantissa}e${exponent}`;
      expect(new exact(readNumber(text)!).eq(new exact(text))).toBe(true);
    }),
  );
});

it.each([
  ["1", 0],
  ["10", 1],
  ["100", 2],
  ["100000", 5],
  ["1.000", 3],
  ["1,000", 3],
  ["1 000", 3],
  ["10.000", 4],
  ["100.00", 2],
  ["7", null],
  ["0", null],
  ["1000000", null],
  ["", null],
  ["-10", null],
])("C6, N4: readNominal(%j) is ten to the power %j", (text, power) => {
  expect(readNominal(text)).toBe(power);
});

it.each([
  ["0", 0],
  ["3", 3],
  ["6", null],
  ["-3", null],
  ["x", null],
])("C6: readNominalPower(%j) is %j", (text, power) => {
  expect(readNominalPower(text)).toBe(power);
});
