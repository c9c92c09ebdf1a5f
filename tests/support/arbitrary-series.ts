import fc from "fast-check";
import type { Status } from "../../server/contract/observation.ts";
import { addDays, type Frequency } from "../../server/contract/period.ts";

/** An observation as the domain takes it. */
export interface Observed {
  period: string;
  value: string | null;
  status: Status;
}

const monthsEach = { M: 1, Q: 3, S: 6, A: 12 };

/** The first day of the `n`th period of a frequency, counted from one near the first day of 2019. */
export function nthPeriod(frequency: Frequency, n: number): string {
  if (frequency === "D") return addDays("2019-01-01", n);
  if (frequency === "W") return addDays("2018-12-31", 7 * n);
  const months = n * monthsEach[frequency];
  const year = 2019 + Math.floor(months / 12);
  return `${year}-${String((months % 12) + 1).padStart(2, "0")}-01`;
}

const decimalText = fc
  .tuple(fc.integer({ min: -20_000, max: 200_000 }), fc.integer({ min: 0, max: 5 }))
  .map(([units, decimals]) =>
    (units / 10 ** decimals).toFixed(decimals).replace(/^-(?=[0.]+$)/, ""),
  );

const present = fc.record({
  value: decimalText,
  status: fc.constantFrom<Status>("A", "A", "A", "A", "A", "P", "E", "F", "B", "U"),
});
const missing = fc.record({
  value: fc.constant(null),
  status: fc.constantFrom<Status>("H", "L", "Q", "M"),
});

/** Series of a frequency, oldest first, with periods left out and values missing. */
export function arbitrarySeries(frequency: Frequency, maxLength: number): fc.Arbitrary<Observed[]> {
  const gap = fc.oneof({ weight: 12, arbitrary: fc.constant(1) }, fc.integer({ min: 1, max: 40 }));
  const figure = fc.oneof({ weight: 12, arbitrary: present }, missing);
  return fc.array(fc.tuple(gap, figure), { maxLength }).map((steps) => {
    let n = 0;
    return steps.map(([skipped, what]) => ({
      period: nthPeriod(frequency, (n += skipped)),
      ...what,
    }));
  });
}
