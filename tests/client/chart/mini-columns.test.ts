import fc from "fast-check";
import { expect, it } from "vitest";
import { miniColumns } from "../../../client/chart/mini-columns.ts";

const box = { width: 240, height: 48 };

it("columns start at a zero line within the box, for any values", () => {
  const value = fc.option(fc.double({ min: -1e6, max: 1e6, noNaN: true }));
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 40 }), (values) => {
      const { columns, zero } = miniColumns(values, box);
      expect(zero).toBeGreaterThanOrEqual(0);
      expect(zero).toBeLessThanOrEqual(box.height);
      columns.forEach((column, i) => {
        if (!column) return expect(values[i]).toBeNull();
        const start = column.below ? column.y : column.y + column.height;
        expect(start).toBeCloseTo(zero, 6);
        expect(column.below).toBe((values[i] ?? 0) < 0);
      });
    }),
  );
});

it("a missing value keeps its place, and a true zero is not nothing", () => {
  const { columns } = miniColumns([10, null, 0, -5], box);
  expect(columns.map((column) => column?.height)).toEqual([32, undefined, 1, 16]);
  expect(columns.map((column) => column?.x)).toEqual([6, undefined, 126, 186]);
});
