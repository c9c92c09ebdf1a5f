import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { alignObservations } from "../../../server/domain/align-observations.ts";
import { arbitrarySeries } from "../../support/arbitrary-series.ts";

describe("alignObservations(columns)", () => {
  it("has no row where no series has a period", () => {
    expect(alignObservations([])).toEqual([]);
    expect(alignObservations([[], []])).toEqual([]);
  });

  it("has every period once, oldest first, and in each row what each series has for it", () => {
    const columns = fc.array(arbitrarySeries("D", 20), { maxLength: 5 });
    fc.assert(
      fc.property(columns, (series) => {
        const rows = alignObservations(series);
        const periods = series.flatMap((column) => column.map(({ period }) => period));
        expect(rows.map(({ period }) => period)).toEqual([...new Set(periods)].sort());
        for (const { period, cells } of rows) {
          const expected = series.map(
            (column) => column.find((one) => one.period === period) ?? null,
          );
          expect(cells).toEqual(expected);
        }
      }),
    );
  });
});
