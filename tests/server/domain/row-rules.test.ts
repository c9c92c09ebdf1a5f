import { expect, it } from "vitest";
import type { Draft } from "../../../server/domain/draft.ts";
import { judge, observationRules, rateRules } from "../../../server/domain/row-rules.ts";

const today = "2026-11-20";
const draft: Draft = {
  line: 7,
  series: "FX/D.USD.KGS.NBKR",
  start: "2026-11-20",
  frequency: "D",
  value: "87.4500",
  status: "A",
};

it.each([
  ["the past", "1994-01-01"],
  ["today", "2026-11-20"],
  ["the next working day", "2026-11-22"],
])("judge keeps a rate of %s", (_, start) => {
  expect(judge({ ...draft, start }, rateRules, today)).toBeNull();
});

it("judge refuses a period that begins more than two days ahead", () => {
  expect(judge({ ...draft, start: "2026-11-23" }, rateRules, today)).toMatchObject({
    line: 7,
    code: "future-period",
    severity: "error",
  });
});

it("judge names a coarse period as SDMX writes it", () => {
  const quarter = { ...draft, start: "2027-01-01", frequency: "Q" as const };
  expect(judge(quarter, observationRules, today)?.message).toContain("2027-Q1");
});

it.each(["0", "0.0000", "-87.45"])(
  "judge refuses the rate %s, by the line and the text",
  (value) => {
    expect(judge({ ...draft, value }, rateRules, today)).toMatchObject({
      line: 7,
      text: value,
      code: "non-positive-rate",
    });
  },
);

it.each(["0", "-270.5", null])("judge keeps the value %j of what is no rate", (value) => {
  expect(judge({ ...draft, value }, observationRules, today)).toBeNull();
});

it("judge keeps a rate that the source leaves out", () => {
  expect(judge({ ...draft, value: null, status: "H" }, rateRules, today)).toBeNull();
});
