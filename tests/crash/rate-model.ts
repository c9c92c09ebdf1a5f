import { createHash } from "node:crypto";
import { addDays } from "../../server/contract/period.ts";
import type { Random } from "./random.ts";

/** The quotes of every source, against the dollar. */
export const quotes: readonly string[] = ["KGS", "KZT", "JPY", "GBP", "CHF"];
const firstDay = "1994-01-01";
const firstDays = 9_000;
const moreDays = 500;

/** The values of one source by quote, day after day from the first, as digits. */
export type Values = ReadonlyMap<string, readonly string[]>;

/** A file to import, and what there is once it is committed. */
export interface Attempt {
  source: string;
  text: string;
  sha256: string;
  added: number;
  revised: number;
  before: Values | undefined;
  after: Values;
}

/** What the server has acknowledged, or was found to have stored: the plain reading to judge it by. */
export class RateModel {
  readonly #values = new Map<string, Values>();
  #sources = 0;

  get sources(): string[] {
    return [...this.#values.keys()];
  }

  /** What a source has; undefined while nothing of it is stored. */
  valuesOf(source: string): Values | undefined {
    return this.#values.get(source);
  }

  /** The whole file of a new source, or of one that is there with days added and about a third of its values revised. */
  nextAttempt(random: Random): Attempt {
    const isNew = this.#values.size === 0 || random.below(2) === 0;
    const source = isNew ? `RUN_${++this.#sources}` : random.pick(this.sources);
    const before = this.#values.get(source);
    const after = new Map(quotes.map((quote) => [quote, grow(before?.get(quote), random)]));
    const text = formatFile(after);
    return { source, text, sha256: sha256Of(text), before, after, ...compare(before, after) };
  }

  /** Holds an attempt to be stored. */
  keep({ source, after }: Attempt): void {
    this.#values.set(source, after);
  }
}

/** The SHA-256 of a text, in hex. */
export function sha256Of(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** A day's text, counted from the first. */
export function dayOf(index: number): string {
  return addDays(firstDay, index);
}

function grow(before: readonly string[] | undefined, random: Random): string[] {
  // No two are 5 % apart: nothing for the rules of plausibility to stop.
  const draw = () => `${95 + random.below(4)}.${String(random.below(10_000)).padStart(4, "0")}`;
  if (!before) return Array.from({ length: firstDays }, draw);
  const kept = before.map((value) => (random.below(3) === 0 ? draw() : value));
  const room = Math.max(0, 11_500 - before.length); // the days end before tomorrow
  return [...kept, ...Array.from({ length: Math.min(moreDays, room) }, draw)];
}

function formatFile(values: Values): string {
  const lines = [...values].flatMap(([quote, list]) =>
    list.map((value, day) => `${dayOf(day)},USD,${quote},${value}`),
  );
  return ["date,base,quote,rate", ...lines, ""].join("\n");
}

function compare(before: Values | undefined, after: Values): { added: number; revised: number } {
  let [added, revised] = [0, 0];
  for (const [quote, list] of after) {
    const old = before?.get(quote) ?? [];
    added += list.length - old.length;
    revised += old.filter((value, day) => value !== list[day]).length;
  }
  return { added, revised };
}
