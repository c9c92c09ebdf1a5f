import { describe, expect, it } from "vitest";
import { leastSure } from "../../../server/domain/least-sure.ts";

describe("leastSure(statuses)", () => {
  it.each([
    [["A", "B", "U", "P", "E", "F"], "F"],
    [["A", "B", "U", "P", "E"], "E"],
    [["P", "U", "B", "A"], "P"],
    [["A", "U", "B"], "U"],
    [["A", "B"], "B"],
    [["A", "A"], "A"],
    [["L", "A"], "A"],
    [[], "A"],
  ] as const)("of %j is %s", (statuses, least) => {
    expect(leastSure(statuses)).toBe(least);
  });
});
