import { Decimal } from "decimal.js";
import fc from "fast-check";
import { expect, it } from "vitest";
import { formatChange, formatPercentChange } from "../../../client/format/change.ts";
import { everyLocale, plainDigits } from "./every-locale.ts";

const { en, ru, kk } = everyLocale;
const locales = fc.constantFrom(...Object.values(everyLocale));
const rate = fc.double({ min: 1e-6, max: 1e6, noNaN: true });
/** A rate and another one at most a thousandth of a per cent to some per cent away: where the traps are. */
const near = fc
  .tuple(fc.integer({ min: 10_000, max: 999_999 }), fc.integer({ min: -300, max: 300 }))
  .map(([units, step]) => [units / 10_000, (units + step) / 10_000] as const);
const pairs = fc.oneof(near, fc.tuple(rate, rate));

it("formatChange prints no signed zero, no 0.00%, no exponent, no hyphen-minus", () => {
  fc.assert(
    fc.property(pairs, fc.boolean(), locales, ([from, to], inverse, locale) => {
      const { text, spoken } = formatChange(from, to, locale, { inverse });
      expect(text).not.toMatch(/[-−+]0([.,]0+)?\s?%/);
      expect(text).not.toMatch(/^\W*0[.,]0+\s?%/);
      expect(text + spoken).not.toMatch(/\dE|-\d/i);
    }),
  );
});

it("formatChange is what exact arithmetic gives, rounded half away from zero", () => {
  fc.assert(
    fc.property(pairs, ([from, to]) => {
      const exact = new Decimal(to).minus(from).mul(100).div(from);
      const { kind, text } = formatChange(from, to, en);
      expect(kind).toBe(exact.isZero() ? "flat" : exact.isPositive() ? "up" : "down");
      expect(text.startsWith("<")).toBe(!exact.isZero() && exact.abs().lt(0.005));
      if (text.startsWith("<")) return;
      const digits = plainDigits(text.replace(/[+%]/g, ""), en);
      const decimals = (digits.split(".")[1] ?? "").length;
      expect(digits).toBe(exact.toFixed(decimals, Decimal.ROUND_HALF_UP));
    }),
  );
});

it("formatChange of the inverse turns the direction and says nothing of the size", () => {
  fc.assert(
    fc.property(pairs, ([from, to]) => {
      const [there, back] = [
        formatChange(from, to, en),
        formatChange(from, to, en, { inverse: true }),
      ];
      const turned = { up: "down", down: "up", flat: "flat", fixed: "fixed", none: "none" };
      expect(back.kind).toBe(turned[there.kind]);
      expect(back).toEqual(formatChange(to, from, en));
    }),
  );
});

it.each([
  [100, 101, "+1.00%", "−0.99%"],
  [87.345, 87.45, "+0.12%", "−0.12%"],
  [4210.35, 8100, "+92.4%", "−48.0%"],
  [2.85, 3.5, "+22.8%", "−18.6%"],
  [87.45, 87.4512, "<0.01%", "<0.01%"],
  [505.15, 508.4, "+0.64%", "−0.64%"],
  [9.2793, 9.26, "−0.21%", "+0.21%"],
])("formatChange(%d, %d) is %s, and %s in the other direction", (from, to, there, back) => {
  expect(formatChange(from, to, en).text).toBe(there);
  expect(formatChange(from, to, en, { inverse: true }).text).toBe(back);
});

it.each([
  [100, 100.005, "+0.01%"],
  [100, 100.0049999, "<0.01%"],
  [100, 109.995, "+10.0%"],
  [100, 109.994, "+9.99%"],
  [100, 199.95, "+100%"],
  [100, 199.94, "+99.9%"],
  [1, 1001, "+100,000%"],
  [200, 0, "−100%"],
])("formatChange(%d, %d) is %s: the rounded size decides the decimals", (from, to, text) => {
  expect(formatChange(from, to, en).text).toBe(text);
});

it("formatChange takes text for what it says: 87.45 and 87.4500 are equal", () => {
  expect(formatChange("87.45", "87.4500", en)).toEqual({
    kind: "flat",
    text: "0%",
    glyph: "●",
    spoken: "unchanged",
  });
});

it.each([
  [null, 5],
  [5, null],
  [0, 5],
  [-100, -50],
])("formatChange(%d, %d) has nothing to compare with", (from, to) => {
  expect(formatChange(from, to, en)).toEqual({
    kind: "none",
    text: "—",
    glyph: "",
    spoken: "no earlier rate",
  });
});

it("formatChange of zero in the other direction has nothing to compare with either", () => {
  expect(formatChange(5, 0, en, { inverse: true }).kind).toBe("none");
});

it("formatChange says fixed for a peg, whatever the values", () => {
  const fixed = { kind: "fixed", text: "fixed", glyph: "■", spoken: "fixed" };
  expect(formatChange(3.5, 3.5, en, { fixed: true })).toEqual(fixed);
  expect(formatChange(null, 3.5, en, { fixed: true })).toEqual(fixed);
});

it.each([
  [87.45, 87.345, "▼", "down 0.12 per cent", "снижение на 0,12 процента", "төмендеу: 0,12 пайыз"],
  [100, 712, "▲", "up 612 per cent", "рост на 612 процентов", "өсім: 612 пайыз"],
  [100, 201, "▲", "up 101 per cent", "рост на 101 процент", "өсім: 101 пайыз"],
  [100, 302, "▲", "up 202 per cent", "рост на 202 процента", "өсім: 202 пайыз"],
  [1, 1235, "▲", "up 123400 per cent", "рост на 123400 процентов", "өсім: 123400 пайыз"],
  [
    87.45,
    87.4499,
    "▼",
    "down by less than 0.01 per cent",
    "снижение менее чем на 0,01 процента",
    "төмендеу: 0,01 пайыздан аз",
  ],
])("formatChange(%d, %d) is spoken with its direction in words", (from, to, glyph, ...spoken) => {
  const changes = [en, ru, kk].map((locale) => formatChange(from, to, locale));
  expect(changes.map((change) => change.glyph)).toEqual([glyph, glyph, glyph]);
  expect(changes.map((change) => change.spoken)).toEqual(spoken);
});

it("formatPercentChange words a percentage that the API computed", () => {
  expect(formatPercentChange(-48.0204, en)).toMatchObject({ kind: "down", text: "−48.0%" });
  expect(formatPercentChange("-0.00137219", en)).toMatchObject({ kind: "down", text: "<0.01%" });
  expect(formatPercentChange(0, en)).toMatchObject({ kind: "flat", text: "0%" });
  expect(formatPercentChange(null, en)).toMatchObject({ kind: "none", text: "—" });
});
