import { expect, it } from "vitest";
import { toPoints } from "../../../client/chart/gaps.ts";
import { sparkline } from "../../../client/chart/sparkline.ts";

const day = (n: number) => new Date(Date.UTC(2026, 0, n)).toISOString().slice(0, 10);
const box = { width: 120, height: 32, from: Date.UTC(2026, 0, 1), to: Date.UTC(2026, 11, 31) };
const year = Array.from({ length: 365 }, (_, i) => ({
  period: day(i + 1),
  value: 87 + Math.sin(i),
}));
const count = (path: string) => (path.match(/[ML]/g) ?? []).length;

it("has at most sixty points, the lowest and the highest of each stretch among them", () => {
  expect(count(sparkline(toPoints(year, "D"), box).path)).toBeLessThanOrEqual(62);
});

it("keeps a one-day fall", () => {
  const fallen = year.map(({ period, value }, i) => ({ period, value: i === 200 ? 60 : value }));
  expect(sparkline(toPoints(fallen, "D"), box).path).toContain(",29.0");
});

it("starts anew after a gap, and dots what stands alone", () => {
  const sparse = [1, 2, 3, 40, 100, 101].map((n) => ({ period: day(n), value: 87 }));
  const { path, isolated } = sparkline(toPoints(sparse, "D"), box);
  expect(path.match(/M/g)).toHaveLength(2);
  expect(isolated).toHaveLength(1);
});

it("draws nothing of nothing", () => {
  expect(sparkline([], box)).toEqual({ path: "", isolated: [], last: null });
});

it("lies flat in the middle when nothing moves", () => {
  const flat = [1, 2].map((n) => ({ period: day(n), value: 3.5 }));
  expect(sparkline(toPoints(flat, "D"), box).last?.y).toBeCloseTo(16, 9);
});
