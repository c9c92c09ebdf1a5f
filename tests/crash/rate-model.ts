import { createHash } from "node:crypto";
import { addDays } from "../../server/contract/period.ts";
import type { Random } from "./random.ts";

/** The quotes of every source, against the dollar. */
export const quotes: readonly string[] = ["KGS", "KZT", "JPY", "GBP", "CHF"];
const firstDay = "1994-01-01";
/** The days end before tomorrow. */
const mostDays = 11_500;
const mostSources = 10;

/** The values of one source by quote, day after day from the first, as digits. */
export type Values = ReadonlyMap<string, readonly string[]>;

/** A file to import, or an import to take back, and what there is once that is committed. */
export interface Attempt {
  source: string;
  /** The import to take back; null for a file. */
  undoes: number | null;
  text: string;
  /** Of the file. */
  sha256: string | null;
  /** As the report counts them; `withdrawn` by an undo. */
  counts: { added: number; revised: number; withdrawn?: number };
  before: Values | undefined;
  after: Values;
}

/** An import that is in force. */
interface Standing {
  id: number;
  attempt: Attempt;
}

/** What a reader may find of a source. */
type States = Set<Values | undefined>;

/** What the server has acknowledged, or was found to have stored: the plain reading to judge it by. */
export class RateModel {
  readonly #days: number;
  readonly #standing = new Map<string, Standing[]>();
  readonly #watches = new Set<{ source: string; states: States }>();
  #underWay: Attempt | null = null;

  /** Each source begins with so many days. */
  constructor(days: number) {
    this.#days = days;
  }

  get sources(): string[] {
    return [...this.#standing.keys()];
  }

  /** Every source that a reader may ask for: also one that is only just being brought in. */
  get readable(): string[] {
    return [...new Set([...this.sources, ...(this.#underWay ? [this.#underWay.source] : [])])];
  }

  /** What a source has; undefined while nothing of it is stored. */
  valuesOf(source: string): Values | undefined {
    return this.#standing.get(source)?.at(-1)?.attempt.after;
  }

  /**
   * The whole file of a new source; or of one that is there, with days added and about a third of its values revised;
   * or the taking back of the newest import of a source that has others.
   */
  nextAttempt(random: Random): Attempt {
    const { sources } = this;
    const isNew = sources.length < mostSources && (sources.length === 0 || random.below(3) === 0);
    const source = isNew ? `RUN_${sources.length + 1}` : random.pick(sources);
    const standing = this.#standing.get(source) ?? [];
    const attempt =
      standing.length > 1 && random.below(3) === 0
        ? takingBack(standing.at(-1)!)
        : this.#bringing(source, random);
    this.#underWay = attempt;
    this.#tellWatches(source);
    return attempt;
  }

  /** Holds the attempt under way to be stored, as the import of this number; null for not stored. */
  settle(id: number | null): void {
    const attempt = this.#underWay;
    this.#underWay = null;
    if (id === null || !attempt) return;
    const standing = this.#standing.get(attempt.source) ?? [];
    this.#standing.set(attempt.source, standing);
    if (attempt.undoes === null) standing.push({ id, attempt });
    else standing.pop();
    this.#tellWatches(attempt.source);
  }

  /** From now until the returned function is called: what a reader of a source may find. */
  watch(source: string): () => States {
    const watch = { source, states: this.#possible(source) };
    this.#watches.add(watch);
    return () => {
      this.#watches.delete(watch);
      return watch.states;
    };
  }

  #possible(source: string): States {
    const states: States = new Set([this.valuesOf(source)]);
    if (this.#underWay?.source === source) states.add(this.#underWay.after);
    return states;
  }

  #tellWatches(source: string): void {
    for (const watch of this.#watches) {
      if (watch.source !== source) continue;
      for (const values of this.#possible(source)) watch.states.add(values);
    }
  }

  #bringing(source: string, random: Random): Attempt {
    const before = this.valuesOf(source);
    const grow = (values: readonly string[] | undefined) => growDays(values, this.#days, random);
    const after = new Map(quotes.map((quote) => [quote, grow(before?.get(quote))]));
    const text = formatFile(after);
    const counts = compare(before, after);
    return { source, undoes: null, text, sha256: sha256Of(text), before, after, counts };
  }
}

function takingBack({ id, attempt }: Standing): Attempt {
  const { source, before, after, counts } = attempt;
  const taken = { added: 0, revised: counts.revised, withdrawn: counts.added };
  const undo = { source, undoes: id, text: "", sha256: null, counts: taken };
  return { ...undo, before: after, after: before ?? new Map() };
}

/** The SHA-256 of a text, in hex. */
export function sha256Of(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** A day's text, counted from the first. */
export function dayOf(index: number): string {
  return addDays(firstDay, index);
}

function growDays(
  before: readonly string[] | undefined,
  firstDays: number,
  random: Random,
): string[] {
  // No two are 5 % apart: nothing for the rules of plausibility to stop.
  const draw = () => `${95 + random.below(4)}.${String(random.below(10_000)).padStart(4, "0")}`;
  if (!before) return Array.from({ length: firstDays }, draw);
  const kept = before.map((value) => (random.below(3) === 0 ? draw() : value));
  const more = Math.min(Math.ceil(firstDays / 20), Math.max(0, mostDays - before.length));
  return [...kept, ...Array.from({ length: more }, draw)];
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
