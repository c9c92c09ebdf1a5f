import { describe, expect, it } from "vitest";
import { roundEstimate } from "../../../server/domain/round-estimate.ts";

describe("roundEstimate(estimate, doubt, digits)", () => {
  it.each([
    [1.23449, 1e-6, "1.234"],
    [-1.23451, 1e-6, "-1.235"],
    [0, 1e-6, "0"],
    [123456, 1e-6, "123500"],
    [1.2e-9, 1e-6, "0.0000000012"],
  ])("of %d within a share of %d is %s", (estimate, doubt, text) => {
    expect(roundEstimate(estimate, doubt, 4)).toBe(text);
  });

  it.each([
    ["the edge between two roundings is near", 1.2345, 1e-6],
    ["the doubt is great", 1.2341, 1e-3],
    ["there is no estimate", NaN, 1e-6],
    ["the estimate is no finite number", Infinity, 1e-6],
    ["the doubt is no finite number", -100, Infinity],
  ])("is null where %s", (_, estimate, doubt) => {
    expect(roundEstimate(estimate, doubt, 4)).toBeNull();
  });
});
