import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../../../server/contract/period.ts";
import { NewestRun } from "../../../server/domain/newest-run.ts";

type Rate = readonly [day: number, value: string];
const dayOf = (day: number) => addDays("2026-01-01", day);

/** Line 10 + number of the day. */
function runOf(rates: readonly Rate[]) {
  const [[day, value] = [0, ""], ...rest] = rates;
  const run = new NewestRun(dayOf(day), value, 10 + day);
  for (const [next, other] of rest) run.add(dayOf(next), other, 10 + next);
  return { ...run };
}

/** The plain reading: sort, and go back from the newest. */
function lookBack(rates: readonly Rate[]) {
  const sorted = [...rates].sort(([a], [b]) => a - b);
  const [to, value] = sorted.at(-1)!;
  const differing = sorted.filter(([, other]) => other !== value).at(-1);
  const [from] = sorted.find(([day]) => day > (differing?.[0] ?? -1))!;
  const isOpen = differing === undefined;
  return { value, from: dayOf(from), to: dayOf(to), line: 10 + to, isOpen };
}

const rates = fc.uniqueArray(
  fc.tuple(fc.integer({ min: 0, max: 30 }), fc.constantFrom("87.45", "87.5")),
  { selector: ([day]) => day, minLength: 1, maxLength: 20 },
);

describe("NewestRun", () => {
  it.each([
    ["oldest first", 1],
    ["newest first", -1],
  ])("is what a look back from the newest rate finds in a file with the %s", (_, order) => {
    fc.assert(
      fc.property(rates, (found) => {
        const sorted = [...found].sort(([a], [b]) => (a - b) * order);
        expect(runOf(sorted)).toEqual(lookBack(found));
      }),
    );
  });

  it("is never longer than that in a file of any order, nor open where a rate differs", () => {
    fc.assert(
      fc.property(rates, (found) => {
        const [run, plain] = [runOf(found), lookBack(found)];
        const { value, to, line, isOpen } = plain;
        expect(run).toMatchObject({ value, to, line });
        expect(run.from >= plain.from).toBe(true);
        expect(run.isOpen && !isOpen).toBe(false);
      }),
    );
  });
});
