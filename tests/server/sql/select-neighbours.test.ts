import { Readable } from "node:stream";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { warningCodes } from "../../../server/contract/import-report.ts";
import { addDays } from "../../../server/contract/period.ts";
import { tentatively } from "../../../server/sql/database.ts";
import { diffObservations } from "../../../server/sql/diff-observations.ts";
import { mergeSeries, type StagedSeries, stageSeries } from "../../../server/sql/merge-series.ts";
import { type NearRow, selectNeighbours } from "../../../server/sql/select-neighbours.ts";
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

/** So many on either side: few, so that what is near one move ends before the next begins. */
const reach = 2;

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

async function select(source: string, claims: readonly Claim[]): Promise<NearRow[]> {
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
    const found: NearRow[] = [];
    for await (const batch of selectNeighbours(db, { any: 0.1, pegged: 0.01, reach }))
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

/** The plain reading: put the rates in a row, look to the left and right of each, and keep what is near one that moves. */
function lookAround(stored: Rates, rates: Rates) {
  const merged = Object.entries({ ...stored, ...rates })
    .filter(([, value]) => value !== null)
    .map(([day, value]) => ({ day: Number(day), value: value!, isNew: day in rates }))
    .sort((a, b) => a.day - b.day);
  const differs = (value: string, other?: string) =>
    other !== undefined && Math.abs(Number(value) / Number(other) - 1) > 0.1;
  const all = merged.map(({ day, value, isNew }, i) => {
    const [before, next] = [merged[i - 1], merged[i + 1]];
    const endsRun = next?.isNew === false && before?.isNew !== false;
    const isFar = differs(value, before?.value) || (endsRun && differs(value, next.value));
    const line = isNew ? 100 + day : null;
    return { period: dayOf(String(day)), line, value, moves: isNew && isFar };
  });
  return all.filter((_, i) =>
    all.slice(Math.max(0, i - reach), i + reach + 1).some(({ moves }) => moves),
  );
}

describe("selectNeighbours(db, leastMoves)", () => {
  it("agrees with a plain look around over what is stored and what changes", async () => {
    const ratesOf = (...rates: (string | null)[]) => {
      const day = fc.integer({ min: 0, max: 20 }).map(String);
      return fc.dictionary(day, fc.constantFrom(...rates), { noNullPrototype: true });
    };
    const gappy = ratesOf("80", "85", "95", "120", null);
    const calm = ratesOf("80", "80", "80", "85", "85", "92", "120");
    const none = fc.constant<Rates>({});
    const rates = ["80", "95", "95", "95", "90", "85", "80", "80", "120"];
    const drift: Rates = Object.fromEntries(rates.map((rate, day) => [String(day), rate]));
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
      { numRuns: 100, examples: [[{}, drift, {}]] },
    );
  });
});
