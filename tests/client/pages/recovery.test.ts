import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ApiProblem } from "../../../client/api/api-problem.ts";
import { pauseBefore } from "../../../client/pages/recovery.ts";

const chance = fc.double({ min: 0, max: 0.999, noNaN: true });

describe("pauseBefore", () => {
  it("grows from try to try, up to about a minute, and differs from reader to reader", () => {
    const problem = new ApiProblem("network", "");
    const pauses = [0, 1, 2, 3, 4, 5, 9].map((attempt) => pauseBefore(attempt, problem, 0.5));
    expect(pauses).toEqual([2_000, 4_000, 8_000, 16_000, 30_000, 60_000, 60_000]);
    expect(pauseBefore(0, problem, 0)).toBe(1_600);
    expect(pauseBefore(0, problem, 0.999)).toBeGreaterThan(2_300);
  });

  it("is never shorter than what the server asks for", () => {
    fc.assert(
      fc.property(fc.nat(20), fc.nat(3600), chance, (attempt, seconds, luck) => {
        const problem = new ApiProblem("too-many-requests", "", seconds);
        expect(pauseBefore(attempt, problem, luck)).toBeGreaterThanOrEqual(seconds * 1_000);
      }),
    );
  });
});
