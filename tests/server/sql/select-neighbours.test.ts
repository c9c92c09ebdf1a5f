import { Readable } from "node:stream";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { warningCodes } from "../../../server/contract/import-report.ts";
import { addDays } from "../../../server/contract/period.ts";
import { tentatively } from "../../../server/sql/database.ts";
import { diffObservations } from "../../../server/sql/diff-observations.ts";
import { mergeSeries, type StagedSeries, stageSeries } from "../../../server/sql/merge-series.ts";
import { type NeighbourRow, selectNeighbours } from "../../../server/sql/select-neighbours.ts";
import { formatStaged, stageObservations } from "../../../server/sql/stage-observations.ts";
import { cloneDatabase } from "../../support/database.ts";
import { importText } from "../../support/import-text.ts";

const { pool } = cloneDatabase("fixtures");

/** A rate by the number of its day; null where there is no figure of the day. */
type Rates = Readonly<Record<string, string | null>>;
const dayOf = (number: string) => addDays("2026-01-01", Number(number));

const store = (source: string, rates: Rates) => {
  const lines = Object.entries(rates).map(
    ([day, rate]) => `FX/D.USD.KGS.${source},${dayOf(day)},${rate ?? ""},${rate ? "A" : "H"}`,
  );
  const file = ["series,period,value,status", ...lines, ""].join("\n");
  return importText(pool, file, { source, accept: warningCodes });
};

/** One line of a file: the number of its day, and its rate. */
interface Claim {
  day: string;
  rate: string | null;
  line: number;
}

/** The lines 100 + number of the day, and below them those that name a day again, 200 + number of the day. */
const claimsOf = (rates: Rates, again: Rates): Claim[] => [
  ...Object.entries(rates).map(([day, rate]) => ({ day, rate, line: 100 + Number(day) })),
  ...Object.entries(again)
    .filter(([day]) => day in rates)
    .map(([day, rate]) => ({ day, rate, line: 200 + Number(day) })),
];

async function select(source: string, claims: readonly Claim[]): Promise<NeighbourRow[]> {
  const series = {
    ...{
      ordinal: 0,
      dataset: "FX",
      key: `D.USD.KGS.${source}`,
      codes: ["D", "USD", "KGS", source],
    },
    ...{ frequency: "D", unit: "KGS", kind: "rate", source, title: { en: source }, line: 1 },
  } as const satisfies StagedSeries;
  const lines = claims.map(({ day, rate, line }) =>
    formatStaged(0, { start: dayOf(day), line, value: rate, status: rate ? "A" : "H" }),
  );
  return tentatively(pool, async (db) => {
    await stageObservations(db, Readable.from(lines));
    await stageSeries(db, [series]);
    await mergeSeries(db);
    await diffObservations(db);
    const found: NeighbourRow[] = [];
    for await (const batch of selectNeighbours(db, { any: 0.1, pegged: 0.01 }))
      found.push(...batch);
    return { keep: false, result: found };
  });
}

/** What of a file changes: neither days with two rates, nor rates that are stored so. */
function changesOf(stored: Rates, claims: readonly Claim[]): Rates {
  const changes = claims.filter(
    ({ day, rate }) =>
      stored[day] !== rate && !claims.some((other) => other.day === day && other.rate !== rate),
  );
  return Object.fromEntries(changes.map(({ day, rate }) => [day, rate]));
}

/** The plain reading: put the rates in a row, and look to the left and right of each. */
function lookAround(stored: Rates, rates: Rates) {
  const merged = Object.entries({ ...stored, ...rates })
    .filter(([, value]) => value !== null)
    .map(([day, value]) => ({ day: Number(day), value: value!, isNew: day in rates }))
    .sort((a, b) => a.day - b.day);
  const lineOf = (rate?: { day: number; isNew: boolean }) => (rate?.isNew ? 100 + rate.day : null);
  const moves = (value: string, other?: string) =>
    other !== undefined && Math.abs(Number(value) / Number(other) - 1) > 0.1;
  return merged.flatMap(({ day, value, isNew }, i) => {
    const [earlier, before, next, afterNext] = [-2, -1, 1, 2].map((by) => merged[i + by]);
    const isSeam = before?.isNew && next?.isNew === false;
    const isWanted = moves(value, (before ?? next)?.value) || (isSeam && moves(value, next.value));
    if (!isNew || !isWanted) return [];
    return {
      period: dayOf(String(day)),
      line: 100 + day,
      value,
      earlier: earlier?.value ?? null,
      before: before?.value ?? null,
      beforeLine: lineOf(before),
      next: next?.value ?? null,
      nextLine: lineOf(next),
      afterNext: afterNext?.value ?? null,
    };
  });
}

describe("selectNeighbours(db, leastMoves)", () => {
  it("agrees with a plain look around over what is stored and what changes", async () => {
    const ratesOf = (...rates: (string | null)[]) => {
      const day = fc.integer({ min: 0, max: 20 }).map(String);
      return fc.dictionary(day, fc.constantFrom(...rates), { noNullPrototype: true });
    };
    const gappy = ratesOf("80", "85", "95", "120", null);
    const calm = ratesOf("80", "80", "80", "85", "85", "120");
    const none = fc.constant<Rates>({});
    let runs = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(none, gappy),
        fc.oneof(gappy, calm),
        fc.oneof(none, calm),
        async (stored, rates, again) => {
          const source = `AROUND_${(runs += 1)}`;
          if (Object.keys(stored).length > 0) await store(source, stored);
          const claims = claimsOf(rates, again);
          const found = await select(source, claims);
          const plain = lookAround(stored, changesOf(stored, claims));
          expect(found).toEqual(plain.map((rate) => expect.objectContaining(rate) as unknown));
        },
      ),
      { numRuns: 100 },
    );
  });
});
