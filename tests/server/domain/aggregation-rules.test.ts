import { describe, expect, it } from "vitest";
import { aggregations } from "../../../server/contract/derivation.ts";
import {
  defaultAggregation,
  isFinerThan,
  mayAggregate,
} from "../../../server/domain/aggregation-rules.ts";

describe("isFinerThan(asked, own)", () => {
  it.each([
    ["D", "W", true],
    ["W", "M", true],
    ["M", "A", true],
    ["Q", "S", true],
    ["M", "M", false],
    ["A", "D", false],
    ["M", "W", false],
  ] as const)("of %s and %s is %s", (asked, own, finer) => {
    expect(isFinerThan(asked, own)).toBe(finer);
  });
});

describe("mayAggregate(kind, aggregation)", () => {
  it.each([
    ["rate", aggregations],
    ["stock", aggregations],
    ["flow", aggregations],
    ["percentage", ["avg", "eop", "min", "max", "first"]],
    ["survey", []],
  ] as const)("lets a %s be made coarser by %j", (kind, allowed) => {
    expect(aggregations.filter((one) => mayAggregate(kind, one))).toEqual(allowed);
  });
});

describe("defaultAggregation(kind)", () => {
  it.each([
    ["rate", "avg"],
    ["stock", "avg"],
    ["percentage", "avg"],
    ["flow", "sum"],
  ] as const)("of a %s is %s", (kind, aggregation) => {
    expect(defaultAggregation(kind)).toBe(aggregation);
  });
});
