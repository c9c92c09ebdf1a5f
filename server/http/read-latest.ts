import { addDays } from "../contract/period.ts";
import { type LatestRate, latestRate } from "../domain/latest-rate.ts";
import { carryDays, type DatedFigure } from "../domain/path-rates.ts";
import type { RatePath } from "../domain/rate-path.ts";
import type { Reader } from "../sql/database.ts";
import {
  type FigureCells,
  type LatestFigures,
  type NewestFigures,
  selectLatestFigures,
} from "../sql/select-latest-figures.ts";
import type { RatesAsOf } from "../sql/select-rates.ts";
import { isSameState, type State } from "../sql/select-state.ts";
import type { AsOf } from "../sql/visible.ts";
import type { Known, KnownPaths, QuotePaths } from "./known-paths.ts";

/** The newest and the one before: all that a published rate or its inverse takes, and mostly a cross too. */
const fewFigures = 2;

/** By how much more is read where those do not tell. */
const growth = 8;

/** Which rates: in force on a day, or the newest however old; of one source, or of each pair's best; now or as of a moment. */
export interface LatestQuestion extends RatesAsOf {
  base: string;
  quotes: readonly string[];
  date: string | null;
  source: string | null;
}

/** What is read of the figures of legs. */
interface Reading {
  db: Reader;
  asOf: AsOf;
  date: string | null;
  /** The states that the statements saw. */
  seen: State[];
}

type Figures = ReadonlyMap<number, readonly FigureCells[]>;

/** The newest rate of each quote that has one, along the best path that has it. Throws "invalid-query" for an unknown source. */
export async function readLatest(
  db: Reader,
  question: LatestQuestion,
  known: KnownPaths,
): Promise<Map<string, LatestRate>> {
  const { asOf, date } = question;
  const remembered = known.recall(question);
  const found = remembered && (await readAlong(db, asOf, date, remembered));
  if (found) return found;
  const { quotes } = await known.learn(db, question);
  const reading = { db, asOf, date, seen: [] };
  return new Map(await settle(reading, quotes, (await readBest(reading, quotes)).figures));
}

/**
 * The same along remembered paths, also by statements that see a state each; null unless all of them saw the one in
 * which these were the paths.
 */
export async function readAlong(
  db: Reader,
  asOf: AsOf,
  date: string | null,
  { quotes, state }: Known,
): Promise<Map<string, LatestRate> | null> {
  const reading: Reading = { db, asOf, date, seen: [] };
  const { figures } = await readBest(reading, quotes);
  const isOf = () =>
    reading.seen.length > 0 && reading.seen.every((seen) => isSameState(seen, state));
  if (!isOf()) return null;
  const found = await settle(reading, quotes, figures);
  return isOf() ? new Map(found) : null;
}

/** The newest figures of the best paths of all quotes, at once. */
function readBest(reading: Reading, open: readonly QuotePaths[]): Promise<LatestFigures> {
  const best = open.flatMap(({ paths }) => paths.slice(0, 1));
  return readFigures(reading, best, { end: reading.date, count: fewFigures });
}

/** The rates that these figures tell, and those that the next paths have where the best have none. */
async function settle(
  reading: Reading,
  open: readonly QuotePaths[],
  figures: Figures,
): Promise<(readonly [quote: string, latest: LatestRate])[]> {
  const found: (readonly [string, LatestRate])[] = [];
  const left: QuotePaths[] = [];
  for (const { quote, paths } of open) {
    const [path, ...others] = paths;
    const newest = { end: reading.date, count: fewFigures };
    const latest = path && (await latestAlong(reading, path, figures, newest));
    if (latest) found.push([quote, latest]);
    else if (others.length > 0) left.push({ quote, paths: others });
  }
  if (left.length === 0) return found;
  const next = await readBest(reading, left);
  return [...found, ...(await settle(reading, left, next.figures))];
}

/** The newest rate along one path, reading on into the past where the newest figures do not tell. */
async function latestAlong(
  reading: Reading,
  path: RatePath,
  figures: Figures,
  { end, count }: NewestFigures,
): Promise<LatestRate | null> {
  const legs = legsOf(path, figures);
  const told = latestRate(path, legs, count);
  if (told === "none") return latestTogether(reading, path, legs);
  if (told !== "earlier") return isInForce(told, reading.date) ? told : null;
  const more = { end, count: count * growth };
  return latestAlong(reading, path, (await readFigures(reading, [path], more)).figures, more);
}

/** Legs whose newest figures lie too far apart may have been in force together once, until the older one ended. */
async function latestTogether(
  reading: Reading,
  path: RatePath,
  legs: readonly (readonly DatedFigure[])[],
): Promise<LatestRate | null> {
  const [end = ""] = legs.map((leg) => leg.at(-1)?.period ?? "").sort();
  // On a day that was asked for, the older one is too old anyway.
  if (reading.date !== null || end === "") return null;
  const newest = { end, count: fewFigures };
  return latestAlong(reading, path, (await readFigures(reading, [path], newest)).figures, newest);
}

async function readFigures(
  { db, asOf, seen }: Reading,
  paths: readonly RatePath[],
  newest: NewestFigures,
): Promise<LatestFigures> {
  const seriesIds = paths.flatMap(({ legs }) => legs.map(({ pair }) => pair.seriesId));
  const read = await selectLatestFigures(db, asOf, [...new Set(seriesIds)], newest);
  if (read.state) seen.push(read.state);
  return read;
}

function legsOf(path: RatePath, figures: Figures): DatedFigure[][] {
  return path.legs.map(({ pair }) =>
    (figures.get(pair.seriesId) ?? []).map(([period, value, status]) => ({
      period,
      value,
      status,
    })),
  );
}

function isInForce({ newest }: LatestRate, date: string | null): boolean {
  return date === null || newest.date >= addDays(date, -carryDays);
}
