import type { Dataset, DatasetSummary } from "../../server/contract/dataset.ts";
import type { Source } from "../../server/contract/source.ts";
import { get } from "../api/get.ts";
import type { Language } from "../strings/strings.ts";
import type { Reading } from "./indicator-figure.ts";
import { type Measure, measuresOf } from "./measures.ts";

/** What an indicator page knows before it knows which measure is shown. */
export interface IndicatorReading {
  dataset: Dataset;
  measures: Measure[];
  sources: Source[];
  /** All datasets that have a page of this kind. */
  beside: DatasetSummary[];
}

/** Exchange rates have pages of their own. */
const ratesDataset = "FX";

/** Reads a dataset's measures, and its neighbours. */
export async function readIndicator(
  dataset: string,
  lang: Language,
  signal: AbortSignal,
): Promise<IndicatorReading> {
  const [one, { series }, { sources }, beside] = await Promise.all([
    get("dataset", { dataset }, { lang }, signal),
    get("seriesList", {}, { dataset, lang, limit: "1000" }, signal),
    get("sources", {}, { lang }, signal),
    readIndicatorDatasets(lang, signal),
  ]);
  return { dataset: one, measures: measuresOf(one, series), sources, beside };
}

/** The datasets that are indicators and have figures. */
export async function readIndicatorDatasets(
  lang: Language,
  signal: AbortSignal,
): Promise<DatasetSummary[]> {
  const { datasets } = await get("datasets", {}, { lang }, signal);
  return datasets.filter(({ code, seriesCount }) => code !== ratesDataset && seriesCount > 0);
}

/** The observations of every series of a measure, in the same order. */
export async function readMeasure(
  measure: Measure,
  lang: Language,
  signal: AbortSignal,
): Promise<Reading[]> {
  return Promise.all(
    measure.series.map(async (series) => {
      const { dataset, key } = series;
      return { series, answer: await get("observations", { dataset, key }, { lang }, signal) };
    }),
  );
}
