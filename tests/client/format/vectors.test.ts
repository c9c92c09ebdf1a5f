import { describe, expect, it } from "vitest";
import { formatChange } from "../../../client/format/change.ts";
import { formatNumber } from "../../../client/format/number.ts";
import { formatRate, type RateOptions } from "../../../client/format/rate.ts";
import { formatTick, tickDecimals } from "../../../client/format/tick.ts";
import { everyLocale } from "./every-locale.ts";
import vectors from "./vectors/format.json" with { type: "json" };

const languages = Object.values(everyLocale);

describe.each(languages)("the vectors in $language", (locale) => {
  it.each(vectors.rates)("formatRate: $name", ({ value, options, nominal, expect: expected }) => {
    const rate = formatRate(value, locale, options satisfies RateOptions);
    expect(rate).toMatchObject({ text: expected[locale.language], nominal });
  });

  it.each(vectors.changes)("formatChange: $name", ({ from, to, kind, expect: expected }) => {
    expect(formatChange(from, to, locale)).toMatchObject({ kind, text: expected[locale.language] });
  });

  it.each(vectors.ticks)("formatTick: from $min by $step", (axis) => {
    const { min, max, step, decimals, expect: expected } = axis;
    expect(tickDecimals(step)).toBe(decimals);
    const [first, last] = [Math.ceil(min / step - 1e-9), Math.floor(max / step + 1e-9)];
    const ticks = Array.from({ length: last - first + 1 }, (_, i) => (first + i) * step);
    expect(ticks.map((tick) => formatTick(tick, locale, step))).toEqual(expected[locale.language]);
  });

  it.each(vectors.negativeZero)("formatNumber: $value has no sign", (row) => {
    const { value, decimals, expect: expected } = row;
    expect(formatNumber(value, locale, decimals)).toBe(expected[locale.language]);
  });
});
