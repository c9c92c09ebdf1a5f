import { LRUCache } from "lru-cache";
import { findPaths, type RatePath } from "../domain/rate-path.ts";
import type { Reader } from "../sql/database.ts";
import { type RatesAsOf, selectPairs } from "../sql/select-rates.ts";
import { selectState, type State } from "../sql/select-state.ts";
import { refuseUnknownSource } from "./no-rate.ts";

/** Questions that are remembered, a few kB each. */
const remembered = 500;

/** From which currency to which, by one source or by all, now or as of a moment. */
interface PathQuestion extends RatesAsOf {
  base: string;
  quotes: readonly string[];
  source: string | null;
}

/** A quote, and the paths to it, the best first. */
export interface QuotePaths {
  quote: string;
  paths: readonly RatePath[];
}

/** Paths as they were in one state of the database. */
export interface Known {
  quotes: readonly QuotePaths[];
  state: State;
}

/** The paths along which questions for rates were answered, each with the state in which they were the paths. */
export class KnownPaths {
  readonly #known = new LRUCache<string, Known>({ max: remembered });

  /** What is remembered of a question. It holds in its own state only, which the caller has to compare. */
  recall(question: PathQuestion): Known | undefined {
    return this.#known.get(keyOf(question));
  }

  /** Finds the paths and remembers them. Throws "invalid-query" for a source that there is not. */
  async learn(db: Reader, question: PathQuestion): Promise<Known> {
    const { base, quotes, source } = question;
    const pairs = await selectPairs(db, question, [base, ...quotes], source);
    if (pairs.length === 0) await refuseUnknownSource(db, source);
    const paths = quotes.map((quote) => ({ quote, paths: findPaths(pairs, base, quote) }));
    const known = { quotes: paths, state: await selectState(db) };
    this.#known.set(keyOf(question), known);
    return known;
  }
}

function keyOf({ base, quotes, source, asOf, moment }: PathQuestion): string {
  return [source ?? "", asOf ?? "", moment ?? "", base, ...quotes].join();
}
