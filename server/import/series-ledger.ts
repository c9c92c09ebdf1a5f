import { type CatalogueDataset, describeSeries } from "../domain/catalogue.ts";
import type { Draft } from "../domain/draft.ts";
import type { StagedSeries } from "../sql/merge-series.ts";

/** The series that a file speaks of, each with a number of its own until the database gives it one. */
export class SeriesLedger {
  readonly #datasets: ReadonlyMap<string, CatalogueDataset>;
  readonly #source: string | null;
  readonly #series = new Map<string, StagedSeries>();

  /** `source` is who publishes the series whose keys do not say it; null when nobody told. */
  constructor(datasets: readonly CatalogueDataset[], source: string | null) {
    this.#datasets = new Map(datasets.map((dataset) => [dataset.definition.code, dataset]));
    this.#source = source;
  }

  /** The number of a draft's series; the same for the same series. Throws when its dataset is unknown, which the reader has ruled out. */
  ordinalOf({ series, line }: Draft): number {
    const known = this.#series.get(series);
    if (known) return known.ordinal;
    const staged = this.#describe(series, line);
    this.#series.set(series, staged);
    return staged.ordinal;
  }

  /** Every series named so far. */
  get series(): StagedSeries[] {
    return [...this.#series.values()];
  }

  /** The dataset of a draft's series. */
  datasetOf({ series }: Draft): CatalogueDataset {
    const [code = ""] = series.split("/", 1);
    const dataset = this.#datasets.get(code);
    if (!dataset) throw new Error(`no dataset ${code}`);
    return dataset;
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
