import { type CatalogueDataset, describeSeries } from "../domain/catalogue.ts";
import type { Draft } from "../domain/draft.ts";
import { NewestRun } from "../domain/newest-run.ts";
import type { StagedRun } from "../sql/select-unchanged.ts";
import type { StagedSeries } from "../sql/merge-series.ts";

/** A series, and the newest of its rates where it has daily ones. */
interface Entry {
  staged: StagedSeries;
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
    return entry.staged.ordinal;
  }

  /** Every series named so far. */
  get series(): StagedSeries[] {
    return Array.from(this.#series.values(), ({ staged }) => staged);
  }

  /** The newest rates, for as long as they are the same, of each series of daily rates. */
  get newestRuns(): StagedRun[] {
    return [...this.#series.values()].flatMap(({ staged: { ordinal }, run }) =>
      run ? { ordinal, ...run } : [],
    );
  }

  /** The dataset of a draft's series. */
  datasetOf({ series }: Draft): CatalogueDataset {
    const [code = ""] = series.split("/", 1);
    const dataset = this.#datasets.get(code);
    if (!dataset) throw new Error(`no dataset ${code}`);
    return dataset;
  }

  #begin({ series, line }: Draft): Entry {
    const staged = this.#describe(series, line);
    const hasRates = staged.kind === "rate" && staged.frequency === "D";
    const entry = { staged, hasRates, run: null };
    this.#series.set(series, entry);
    return entry;
  }

  #describe(series: string, line: number): StagedSeries {
    const slash = series.indexOf("/");
    const key = series.slice(slash + 1);
    const codes = key.split(".");
    const dataset = this.datasetOf({ series } as Draft);
    const { source, ...description } = describeSeries(dataset, codes);
    return {
      ordinal: this.#series.size,
      dataset: series.slice(0, slash),
      key,
      codes,
      line,
      source: source ?? this.#source,
      ...description,
    };
  }
}
