import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { colorDistance, sights } from "../../support/color-distance.ts";

const css = readFileSync("client/styles/tokens.css", "utf8");
const tokens = new Map(
  [...css.matchAll(/--kurs-([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(
    ([, name = "", light = "", dark = ""]) => [name, { light, dark }] as const,
  ),
);
const slots = [1, 2, 3, 4, 5, 6, 7, 8].map((slot) => `series-${slot}`);

it("the distance is that of the published pairs of CIEDE2000", () => {
  expect(colorDistance("#ffffff", "#000000", "normal")).toBeCloseTo(100, 1);
  expect(colorDistance("#ff0000", "#00ff00", "normal")).toBeCloseTo(86.61, 1);
  expect(colorDistance("#0000ff", "#0000ff", "deutan")).toBe(0);
});

describe.each(["light", "dark"] as const)("in the %s theme", (theme) => {
  const color = (name: string) => tokens.get(name)![theme];

  it.each(sights)("any two of the eight colours of lines can be told apart: %s", (sight) => {
    const near = slots.flatMap((one, i) =>
      slots
        .slice(i + 1)
        .filter((other) => colorDistance(color(one), color(other), sight) < 11.95)
        .map((other) => `${one} and ${other}`),
    );
    expect(near).toEqual([]);
  });

  it.each(sights)("up and down can be told apart by colour too: %s", (sight) => {
    expect(colorDistance(color("up"), color("down"), sight)).toBeGreaterThanOrEqual(14);
  });
});
