import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync("client/styles/tokens.css", "utf8");
const tokens = new Map(
  [...css.matchAll(/--kurs-([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(
    ([, name = "", light = "", dark = ""]) => [name, { light, dark }] as const,
  ),
);

/** WCAG 2.2: relative luminance of an sRGB colour. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const text = ["ink", "ink-2", "ink-3", "up", "down", ...slots("-text")];
const lines = ["rule", "focus", ...slots("")];
const surfaces = ["surface", "surface-2"];

function slots(suffix: string): string[] {
  return [1, 2, 3, 4, 5, 6, 7, 8].map((slot) => `series-${slot}${suffix}`);
}

describe.each(["light", "dark"] as const)("in the %s theme", (theme) => {
  const color = (name: string) => tokens.get(name)![theme];

  it.each(text.flatMap((name) => surfaces.map((surface) => [name, surface])))(
    "%s can be read on %s",
    (name, surface) => {
      expect(contrast(color(name), color(surface))).toBeGreaterThanOrEqual(4.5);
    },
  );

  it.each(lines.flatMap((name) => surfaces.map((surface) => [name, surface])))(
    "%s can be seen on %s",
    (name, surface) => {
      expect(contrast(color(name), color(surface))).toBeGreaterThanOrEqual(3);
    },
  );

  it.each(["warn", "error", "ok"])("%s can be read on its own surface", (name) => {
    expect(contrast(color(name), color(`${name}-surface`))).toBeGreaterThanOrEqual(4.5);
  });
});
