import type { Mapping } from "../contract/mapping.ts";
import { formatPeriod } from "../contract/period.ts";
import type { DatasetShape } from "../domain/dataset-shape.ts";
import type { Draft, Reading } from "../domain/draft.ts";
import { needsMapping } from "./needs-mapping.ts";

/**
 * So many zeros in front of the first figure are a run. One or two may be how a thing begins: a new refinery, a first
 * survey. Three and more are how exports fill the years before anybody counted, and would be read as a collapse.
 */
const fewest = 3;

/** The zeros of a series with the earliest periods, as many as make a run, and its earliest other figure. */
interface Beginning {
  zeros: Draft[];
  figure: Draft | null;
}

/** Watches whether an indicator begins with a run of zeros, in whatever order its periods come. Rates are never zero, and have a rule of their own. */
export class ZeroRuns {
  readonly #mapping: Mapping;
  readonly #rates: ReadonlySet<string>;
  /** By series; null for a rate. */
  readonly #beginnings = new Map<string, Beginning | null>();
  readonly #isIdle: boolean;

  constructor(mapping: Mapping, datasets: readonly DatasetShape[]) {
    this.#mapping = mapping;
    const rates = datasets.filter(({ kind }) => kind === "rate").map(({ code }) => code);
    this.#rates = new Set(rates);
    this.#isIdle = mapping.zeros !== undefined || this.#rates.has(mapping.dataset ?? "");
  }

  /** Looks at a batch of readings. */
  add(readings: readonly Reading[]): void {
    if (this.#isIdle) return;
    for (const reading of readings) {
      if ("draft" in reading && reading.draft.value !== null) this.#addDraft(reading.draft);
    }
  }

  /** Throws `needs-mapping` where a series begins with a run of zeros: whether they are figures or missing values, only its sender knows. */
  ask(): void {
    const runs = [...this.#beginnings].flatMap(([series, beginning]) =>
      beginning ? runOf(series, beginning) : [],
    );
    if (runs.length === 0) return;
    const detail = `${runs.length === 1 ? "A series begins" : `${runs.length} series begin`} with ${fewest} zeros or more before the first other figure: say in the mapping whether they are figures ("zeros": "figures") or missing values ("zeros": "missing").`;
    throw needsMapping(detail, {
      recognised: this.#mapping,
      missing: ["zeros"],
      candidates: { zeros: ["figures", "missing"] },
      sample: runs.slice(0, 3),
    });
  }

  #addDraft(draft: Draft): void {
    const beginning = this.#beginningOf(draft.series);
    if (!beginning) return;
    if (/[1-9]/.test(draft.value ?? "")) {
      if (!beginning.figure || draft.start < beginning.figure.start) beginning.figure = draft;
      return;
    }
    const { zeros } = beginning;
    const last = zeros.at(-1);
    if (zeros.length === fewest && last && last.start <= draft.start) return;
    if (zeros.some(({ start }) => start === draft.start)) return;
    zeros.push(draft);
    zeros.sort((one, other) => (one.start < other.start ? -1 : 1));
    zeros.length = Math.min(zeros.length, fewest);
  }

  #beginningOf(series: string): Beginning | null {
    const known = this.#beginnings.get(series);
    if (known !== undefined) return known;
    const isRate = this.#rates.has(series.slice(0, series.indexOf("/")));
    const beginning = isRate ? null : { zeros: [], figure: null };
    this.#beginnings.set(series, beginning);
    return beginning;
  }
}

function runOf(series: string, { zeros, figure }: Beginning): string[] {
  const [first] = zeros;
  const last = zeros.at(-1);
  if (!first || !last || !figure || zeros.length < fewest || last.start > figure.start) return [];
  const [from, to] = [first, figure].map(({ start, frequency }) => formatPeriod(start, frequency));
  return [`line ${first.line}: ${series} is 0 from ${from} on, ${figure.value} in ${to}`];
}
