import fc from "fast-check";
import { expect, it } from "vitest";
import type { Colors } from "../../../client/chart/colors.ts";
import { columnConfig } from "../../../client/chart/column-config.ts";

const colors = { surface: "surface", ink: "ink", grid: "grid", up: "up", down: "down" } as Colors;
const column = (name: string, value: number | null, provisional = false) => ({
  name,
  value,
  text: String(value),
  provisional,
});
const columns = [
  column("2022", 90.3),
  column("2023", -270.5),
  column("2024", null),
  column("2025", -53, true),
];
const config = (width: number) => columnConfig(columns, String, { colors, width });

it("stands on zero, and draws zero dark", () => {
  const scale = config(800).options?.scales?.y as {
    min: number;
    max: number;
    grid: { color: (context: { tick: { value: number } }) => string };
  };
  expect([scale.min, scale.max]).toEqual([-300, 100]);
  expect([0, 100].map((value) => scale.grid.color({ tick: { value } }))).toEqual(["ink", "grid"]);
});

it("has zero on its axis whatever the values, and begins or ends there where all have one sign", () => {
  const value = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((units) => units / 100);
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 30 }), (values) => {
      const drawn = columnConfig(
        values.map((one, i) => column(String(2000 + i), one)),
        String,
        { colors, width: 800 },
      );
      const { min, max } = drawn.options?.scales?.y as { min: number; max: number };
      expect(min <= 0 && max >= 0).toBe(true);
      if (values.every((one) => one > 0)) expect(min).toBe(0);
      if (values.every((one) => one < 0)) expect(max).toBe(0);
    }),
  );
});

it("keeps the place of a period without a figure empty", () => {
  expect(config(800).data.datasets[0]?.data).toEqual([90.3, -270.5, null, -53]);
});

it("draws what is not final hollow", () => {
  const [dataset] = config(800).data.datasets;
  expect(dataset?.backgroundColor).toEqual(["up", "down", "up", "surface"]);
  expect(dataset?.borderWidth).toEqual([0, 0, 0, 2]);
});

it("abbreviates years only where columns are too narrow for them", () => {
  expect(config(800).data.labels).toEqual(["2022", "2023", "2024", "2025"]);
  expect(config(100).data.labels).toEqual(["’22", "’23", "’24", "’25"]);
});

it("abbreviates them too where a long word under the last column takes the room", () => {
  const last = (word: string) => [...columns.slice(0, 3), { ...columns[3]!, name: ["2025", word] }];
  const names = (word: string) =>
    columnConfig(last(word), String, { colors, width: 140 }).data.labels;
  expect(names("H1")?.[0]).toBe("2022");
  expect(names("жартыжылдық")).toEqual(["’22", "’23", "’24", ["’25", "жартыжылдық"]]);
});

it("puts more than 24 columns close together, and a net line over them instead of values", () => {
  const months = (count: number) =>
    Array.from({ length: count }, (_, i) => column(`${i}`, i % 2 === 0 ? i : -i));
  const made = (count: number) => columnConfig(months(count), String, { colors, width: 800 });
  expect(made(24).data.datasets.map(({ type }) => type)).toEqual(["bar"]);
  expect(made(24).plugins).toHaveLength(1);
  const [line, bars] = made(25).data.datasets;
  expect(line).toMatchObject({ type: "line", borderColor: "ink", data: bars?.data });
  expect(bars).toMatchObject({ type: "bar", categoryPercentage: 1, barPercentage: 1 });
  expect(made(25).plugins).toEqual([]);
});
