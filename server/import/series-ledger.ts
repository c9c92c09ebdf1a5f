import { type CatalogueDataset, describeSeries } from "../domain/catalogue.ts";
import type { Draft } from "../domain/draft.ts";
import { NewestRun } from "../domain/newest-run.ts";
import type { StagedRun } from "../sql/select-unchanged.ts";
import type { StagedSeries } from "../sql/merge-series.ts";

/**
 * What is kept of a series while a file is read, which may name many thousands: what else is needed of one is described
 * anew.
 */
interface Entry {
  ordinal: number;
  /** The first line that names it. */
  line: number;
  /** Whether it has daily rates; then the newest of them is kept. */
  hasRates: boolean;
  run: NewestRun | null;
}

/** The series that a file speaks of, each with a number of its own until the database gives it one. */
export class SeriesLedger {
  readonly #datasets: ReadonlyMap<string, CatalogueDataset>;
  readonly #source: string | null;
  readonly #series = new Map<string, Entry>();

  /** `source` is who publishes the series whose keys do not say it; null when nobody told. */
  constructor(datasets: readonly CatalogueDataset[], source: string | null) {
    this.#datasets = new Map(datasets.map((dataset) => [dataset.definition.code, dataset]));
    this.#source = source;
  }

  /** Takes note of a draft and returns the number of its series; the same for the same series. Throws when its dataset is unknown, which the reader has ruled out. */
  enter(draft: Draft): number {
    const entry = this.#series.get(draft.series) ?? this.#begin(draft);
    const { start, value, line } = draft;
    if (entry.hasRates && value !== null) {
      if (entry.run) entry.run.add(start, value, line);
      else entry.run = new NewestRun(start, value, line);
    }
    return entry.ordinal;
  }

  /** Every series named so far, one by one. */
  *series(): Generator<StagedSeries> {
    for (const [name, { ordinal, line }] of this.#series) {
      yield { ordinal, line, ...this.#describe(name) };
    }
  }

  /** The newest rates, for as long as they are the same, of each series of daily rates. */
  get newestRuns(): StagedRun[] {
    return [...this.#series.values()].flatMap(({ ordinal, run }) =>
      run ? { ordinal, ...run } : [],
    );
  }

  /** The dataset of a draft's series. */
  datasetOf({ series }: Pick<Draft, "series">): CatalogueDataset {
    const [code = ""] = series.split("/", 1);
    const dataset = this.#datasets.get(code);
    if (!dataset) throw new Error(`no dataset ${code}`);
    return dataset;
  }

  #begin({ series, line }: Draft): Entry {
    const { kind, frequency } = this.#describe(series);
    const hasRates = kind === "rate" && frequency === "D";
    const entry = { ordinal: this.#series.size, line, hasRates, run: null };
    this.#series.set(series, entry);
    return entry;
  }

  #describe(series: string): Omit<StagedSeries, "ordinal" | "line"> {
    const slash = series.indexOf("/");
    const key = series.slice(slash + 1);
    const codes = key.split(".");
    const dataset = this.datasetOf({ series });
    const { source, ...description } = describeSeries(dataset, codes);
    return {
      dataset: series.slice(0, slash),
      key,
      codes,
      source: source ?? this.#source,
      ...description,
    };
  }
}
