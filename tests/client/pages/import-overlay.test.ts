import { expect, it } from "vitest";
import { overlay } from "../../../client/pages/import-overlay.ts";
import { reportOf } from "./imported.ts";

const series = "FX/D.USD.KGS.NBKR";
const stored = Array.from({ length: 100 }, (_, at) => ({
  period: new Date(Date.UTC(2026, 0, 1 + at)).toISOString().slice(0, 10),
  value: 87,
}));
const report = reportOf({
  series: [{ series, added: 1, revised: 1, first: "2026-04-10", last: "2026-04-11" }],
  revisions: [
    { series, period: "2026-04-10", from: 87, to: 88, percent: 1.14943, line: 2 },
    { series: "FX/D.USD.KZT.NBKR", period: "2026-04-09", from: 480, to: 1, percent: -99, line: 3 },
  ],
  preview: {
    columns: [],
    rows: [],
    additions: [{ series, period: "2026-04-11", value: 89, line: 4 }],
    codes: [],
    lines: [],
  },
});

it("lays what changes of a series over what is stored, and shows what is near", () => {
  const { before, after, isWhole } = overlay(series, stored, report);
  expect(after.slice(-3).map(({ period, value }) => [period, value])).toEqual([
    ["2026-04-09", 87],
    ["2026-04-10", 88],
    ["2026-04-11", 89],
  ]);
  expect(before.at(-1)).toEqual({ period: "2026-04-10", value: 87 });
  expect(before.length).toBe(61);
  expect(isWhole).toBe(true);
});

it("says where the report does not tell of all that changes", () => {
  const [changed] = report.series;
  const partial = { ...report, series: [{ ...changed!, added: 5_000 }] };
  expect(overlay(series, [], partial).isWhole).toBe(false);
});
