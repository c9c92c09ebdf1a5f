import type { ChartDataset, ScriptableContext } from "chart.js";
import { describe, expect, it } from "vitest";
import { toPoints, type Point } from "../../../client/chart/gaps.ts";
import { lineConfig } from "../../../client/chart/line-config.ts";
import type { LinePlan } from "../../../client/chart/line-plan.ts";
import { colors, lineOf, planOf, words } from "./plan.ts";

const observations = ["2026-03-01", "2026-03-02", "2026-04-20", "2026-06-01"].map((period, i) => ({
  period,
  value: 87 + i,
}));
const kgs = lineOf("KGS", [], { points: toPoints(observations, "D") });

const drawn = (plan: LinePlan, width = 800) => lineConfig(plan, words, { colors, width });
const firstOf = (plan: LinePlan) => drawn(plan).data.datasets[0]!;
const at = <Value>(option: unknown, dataIndex: number) =>
  (option as (context: Partial<ScriptableContext<"line">>) => Value)({ dataIndex });
const segmentDash = ({ segment }: ChartDataset<"line", Point[]>, p1DataIndex: number) => {
  const { borderDash } = segment as { borderDash: (context: object) => unknown };
  return borderDash({ p1DataIndex });
};

describe("a line", () => {
  it("keeps a break as a break", () => {
    const { data, spanGaps } = firstOf(planOf([kgs]));
    expect(data.map(({ y }) => y)).toEqual([87, 88, NaN, 89, NaN, 90]);
    expect(spanGaps).toBe(false);
  });

  it("draws an isolated point as a dot also among many observations, and a marker at its end", () => {
    const many = Array.from({ length: 60 }, (_, i) => ({
      period: new Date(Date.UTC(2026, 0, 1 + i)).toISOString().slice(0, 10),
      value: 87,
    }));
    const alone = ["2026-05-01", "2026-06-01"].map((period) => ({ period, value: 87 }));
    const points = toPoints([...many, ...alone], "D");
    const { pointRadius, pointStyle } = firstOf(planOf([{ ...kgs, code: "UZS", points }]));
    expect([30, 61, 63].map((i) => at(pointRadius, i))).toEqual([0, 3, 5]);
    expect([61, 63].map((i) => at(pointStyle, i))).toEqual(["circle", "rectRot"]);
  });

  it("has the colour of its entity wherever it stands in the list", () => {
    const uzs = lineOf("UZS", [1, 2]);
    const borders = (lines: LinePlan["lines"]) =>
      drawn(planOf(lines)).data.datasets.map(({ borderColor }) => borderColor);
    expect(borders([uzs, kgs])).toEqual(["line 4", "line 1"]);
    expect(borders([kgs, uzs])).toEqual(["line 1", "line 4"]);
  });

  it("holds a value until the next where it is set, and has the dash of a peg where it is held", () => {
    const step = firstOf(planOf([lineOf("KZ", [1, 2], { shape: "step" })]));
    const peg = firstOf(planOf([lineOf("TMT", [3.5, 3.5], { shape: "peg" })]));
    expect([step.stepped, peg.stepped, firstOf(planOf([kgs])).stepped]).toEqual([
      "before",
      "before",
      false,
    ]);
    expect([step.borderDash, peg.borderDash]).toEqual([[], [6, 3]]);
  });

  it("is dashed and hollow where it is not final, and nowhere else", () => {
    const points: Point[] = [1, 2, 3].map((y, i) => ({ x: i * 864e5, y }));
    points[2] = { x: 2 * 864e5, y: 3, mark: "open" };
    const dataset = firstOf(planOf([lineOf("KGS", [], { points })]));
    expect([segmentDash(dataset, 1), segmentDash(dataset, 2)]).toEqual([undefined, [4, 4]]);
    expect([1, 2].map((i) => at(dataset.pointBackgroundColor, i))).toEqual(["line 1", "surface"]);
  });

  it("stands before the others when it is in focus, and they lose their colour", () => {
    const plan = planOf([kgs, lineOf("UZS", [1, 2])], { focused: "UZS" });
    const [behind, before] = drawn(plan).data.datasets;
    expect([behind?.borderColor, behind?.borderWidth]).toEqual(["rgba(1, 2, 3, 0.6)", 1.5]);
    expect([before?.borderColor, before?.borderWidth]).toEqual(["line 4", 3]);
    expect(before!.order!).toBeLessThan(behind!.order!);
  });

  it("is behind where there are more lines than labels, unless it ends highest or lowest", () => {
    const lines = [3, 9, 5, 1, 4, 6].map((end, i) => lineOf(`L${i}`, [2, end]));
    const widths = (focused: string | null) =>
      drawn(planOf(lines, { focused })).data.datasets.map(({ borderWidth }) => borderWidth);
    expect(widths(null)).toEqual([1.5, 2, 1.5, 2, 1.5, 1.5]);
    expect(widths("L0")).toEqual([3, 1.5, 1.5, 1.5, 1.5, 1.5]);
  });

  it("has an end marker of its own, which tells five apart without a hue", () => {
    const codes = ["KGS", "KZT", "TJS", "UZS", "TMT"];
    const { datasets } = drawn(planOf(codes.map((code) => lineOf(code, [1, 2])))).data;
    const markers = datasets.map(
      ({ pointStyle, pointRotation }) =>
        `${at<string>(pointStyle, 1)} ${at<number>(pointRotation, 1)}`,
    );
    expect(new Set(markers).size).toBe(5);
  });

  it("has a dash of its own where the reader's few colours are in force", () => {
    const lines = ["KGS", "KZT", "TJS", "UZS", "TMT"].map((code) => lineOf(code, [1, 2]));
    const { datasets } = lineConfig(planOf(lines), words, {
      colors: { ...colors, forced: true },
      width: 800,
    }).data;
    expect(new Set(datasets.map(({ borderDash }) => String(borderDash))).size).toBe(5);
  });

  it("with very many points keeps a fall of one day", () => {
    const values = Array.from({ length: 25_000 }, (_, i) => (i === 12_345 ? 10 : 50));
    const points = values.map((y, i) => ({ x: i * 864e5, y }));
    const { data } = firstOf(planOf([lineOf("KGS", [], { points })]));
    expect(data.length).toBeLessThan(2000);
    expect(data.some(({ x, y }) => y === 10 && x === 12_345 * 864e5)).toBe(true);
    expect(data.every(({ y }) => y === 10 || y === 50)).toBe(true);
  });
});

describe("the axes", () => {
  const scaleOf = (plan: LinePlan, name: string) =>
    drawn(plan).options?.scales?.[name] as { min: number; max: number; type: string };

  const gridOf = (values: number[]) => {
    const { y } = drawn(planOf([lineOf("KGS", values)])).options?.scales ?? {};
    const { color } = y?.grid as { color: (context: object) => string };
    return (value: number) => color({ tick: { value } });
  };

  it("are dark only at a true zero: the lowest line of a cut axis is like the others", () => {
    expect(gridOf([10, 90])(0)).toBe("ink");
    expect(gridOf([87, 88])(86.5)).toBe("grid");
    const { x } = drawn(planOf([kgs])).options?.scales ?? {};
    expect(x?.border?.display).toBe(false);
  });

  it("print the texts that they are given, never Chart.js' own", () => {
    const points = kgs.points.map(({ x, y }) => ({ x, y: y * 1e-7 }));
    const plan = planOf([{ ...kgs, points }]);
    const { options } = lineConfig(plan, { ...words, value: () => "ours" }, { colors, width: 800 });
    const callback = options?.scales?.y?.ticks?.callback as (value: number) => string;
    expect(callback(8.25e-5)).toBe("ours");
  });

  it("span 2 % of a rate that hardly moves, and 10 % of one that is held", () => {
    const year = Array.from({ length: 300 }, () => 3.5);
    const span = (shape: "line" | "peg") => {
      const { min, max } = scaleOf(planOf([lineOf("TMT", year, { shape })]), "y");
      return (max - min) / 3.5;
    };
    expect(span("line")).toBeGreaterThanOrEqual(0.02);
    expect(span("peg")).toBeGreaterThanOrEqual(0.1);
  });

  it("make no drama of a month: a wobble of 0.28 % takes at most 30 % of the height", () => {
    const month = Array.from({ length: 31 }, (_, i) => (i % 2 === 0 ? 87.4 : 87.4 * 1.0028));
    const { min, max } = scaleOf(planOf([lineOf("KGS", month)]), "y");
    expect((87.4 * 0.0028) / (max - min)).toBeLessThanOrEqual(0.3);
  });

  it("give each unit a panel of its own, and never two scales to one", () => {
    const lines = [lineOf("KGS", [87, 88]), lineOf("KG", [5000, 6000], { panel: 1 })];
    const plan = planOf(lines, { panels: ["KGS per USD", "million USD"] });
    expect(drawn(plan).data.datasets.map(({ yAxisID }) => yAxisID)).toEqual(["y", "y1"]);
    const { y, y1 } = drawn(plan).options!.scales as Record<
      string,
      { stack?: string; max: number }
    >;
    expect([y?.stack, y1?.stack]).toEqual(["panels", "panels"]);
    expect(y!.max).toBeLessThan(100);
  });

  it("are logarithmic when asked, and linear after all where a value is not above zero", () => {
    const type = (values: number[]) =>
      scaleOf(planOf([lineOf("UZS", values)], { scale: "log" }), "y").type;
    expect(type([1, 10, 100])).toBe("logarithmic");
    expect(type([-1, 10, 100])).toBe("linear");
    expect(type([0, 10, 100])).toBe("linear");
  });

  it("are linear in every panel, ticks too, where one has a value that is not above zero", () => {
    const lines = [lineOf("UZS", [1, 400]), lineOf("KZ", [-5, 5], { panel: 1 })];
    const plan = planOf(lines, { panels: ["UZS per USD", "million USD"], scale: "log" });
    const linear = { ...plan, scale: "lin" as const };
    const limits = (told: LinePlan) => [scaleOf(told, "y").min, scaleOf(told, "y1").max];
    expect(limits(plan)).toEqual(limits(linear));
  });

  it("of an index always have 100", () => {
    const { min, max } = scaleOf(planOf([lineOf("KGS", [130, 140])], { base: 0 }), "y");
    expect(min).toBeLessThanOrEqual(100);
    expect(max).toBeGreaterThanOrEqual(140);
  });
});

it("on a phone time begins beside the ticks, which stand inside the plot, and nothing runs through them", () => {
  const plan = planOf([lineOf("UZS", [11_900, 12_100])]);
  const firstShown = (width: number) => {
    const { min, max } = drawn(plan, width).options?.scales?.x as { min: number; max: number };
    const [from] = plan.lines[0]!.points;
    return ((from!.x - min) / (max - min)) * width;
  };
  expect(firstShown(800)).toBe(0);
  // Five digits.
  expect(firstShown(300)).toBeGreaterThan(5 * 6.7);
});

it("words under the time axis stand clear of each other, long ones on a phone too", () => {
  const days = (count: number) => Array.from({ length: count }, () => 11_900);
  const ticksOf = (count: number, long: boolean) => {
    const time = ({ day }: { day: string }) => (long ? `${day.slice(0, 4)} ж. қаң.` : day.slice(5));
    const plan = planOf([lineOf("UZS", days(count))]);
    const made = lineConfig(plan, { ...words, time }, { colors, width: 290 });
    const x = made.options?.scales?.x as { min: number; max: number };
    const axis = { ...x, ticks: [] as { value: number }[] };
    (x as unknown as { afterBuildTicks: (one: typeof axis) => void }).afterBuildTicks(axis);
    return axis.ticks.map(({ value }) => ((value - x.min) / (x.max - x.min)) * 290);
  };
  for (const count of [40, 180, 270, 300, 330, 365]) {
    const places = ticksOf(count, true);
    places.slice(1).forEach((place, i) => expect(place - places[i]!).toBeGreaterThanOrEqual(85));
  }
  expect(ticksOf(180, false)).toHaveLength(3);
});

it("a phone has no end labels, which would take a third of its width", () => {
  const right = (width: number) =>
    (drawn(planOf([kgs]), width).options?.layout?.padding as { right: number }).right;
  expect(right(360)).toBeLessThan(10);
  expect(right(800)).toBeGreaterThan(30);
});
