import type { ScriptableContext } from "chart.js";
import { expect, it } from "vitest";
import type { Colors } from "../../../client/chart/colors.ts";
import { toPoints } from "../../../client/chart/gaps.ts";
import { lineConfig } from "../../../client/chart/line-config.ts";

const colors: Colors = {
  surface: "surface",
  ink: "ink",
  ink2: "ink2",
  ink3: "ink3",
  rule: "rule",
  grid: "grid",
  up: "up",
  down: "down",
  line: (slot) => `line ${slot}`,
  text: (slot) => `text ${slot}`,
};
const words = { value: String, time: ({ day }: { day: string }) => day };
const observations = ["2026-03-01", "2026-03-02", "2026-04-20", "2026-06-01"].map((period, i) => ({
  period,
  value: 87 + i,
}));
const kgs = { code: "KGS", label: "KGS", points: toPoints(observations, "D") };

it("keeps a break as a break", () => {
  const { data } = lineConfig([kgs], words, { colors, width: 800 });
  expect(data.datasets[0]?.data.map(({ y }) => y)).toEqual([87, 88, NaN, 89, NaN, 90]);
  expect(data.datasets[0]?.spanGaps).toBe(false);
});

it("draws an isolated point as a dot also among many observations", () => {
  const many = Array.from({ length: 60 }, (_, i) => ({
    period: new Date(Date.UTC(2026, 0, 1 + i)).toISOString().slice(0, 10),
    value: 87,
  }));
  const points = toPoints(
    [...many, { period: "2026-05-01", value: 87 }, { period: "2026-06-01", value: 87 }],
    "D",
  );
  const [dataset] = lineConfig([{ ...kgs, points }], words, { colors, width: 800 }).data.datasets;
  const radius = dataset?.pointRadius as (context: Partial<ScriptableContext<"line">>) => number;
  const at = (dataIndex: number) => radius({ dataIndex });
  expect(at(30)).toBe(0);
  expect(at(61)).toBeGreaterThan(0);
});

it("gives a currency its own colour wherever it stands in the list", () => {
  const uzs = { ...kgs, code: "UZS", label: "UZS" };
  const color = (lines: (typeof kgs)[]) =>
    lineConfig(lines, words, { colors, width: 800 }).data.datasets.map(
      ({ borderColor }) => borderColor,
    );
  expect(color([uzs, kgs])).toEqual(["line 4", "line 1"]);
  expect(color([kgs, uzs])).toEqual(["line 1", "line 4"]);
});

it("prints the texts that it is given, never Chart.js' own", () => {
  const tiny = { ...kgs, points: kgs.points.map(({ x, y }) => ({ x, y: y * 1e-7 })) };
  const { options } = lineConfig([tiny], { ...words, value: () => "ours" }, { colors, width: 800 });
  const callback = options?.scales?.y?.ticks?.callback as (value: number) => string;
  expect(callback(8.25e-5)).toBe("ours");
});

it("has fewer value ticks and no end labels on a phone", () => {
  const right = (width: number) => {
    const padding = lineConfig([kgs], words, { colors, width }).options?.layout?.padding;
    return (padding as { right: number }).right;
  };
  expect(right(360)).toBeLessThan(10);
  expect(right(800)).toBeGreaterThan(30);
});
