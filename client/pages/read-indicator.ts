import type { Dataset, DatasetSummary } from "../../server/contract/dataset.ts";
import type { Series } from "../../server/contract/series.ts";
import type { Source } from "../../server/contract/source.ts";
import { ApiProblem } from "../api/api-problem.ts";
import { get } from "../api/get.ts";
import type { Language } from "../../server/contract/language.ts";
import { columnOf } from "./comparison-asks.ts";
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

/** Reads a dataset's measures, and its neighbours; null where there is no indicator at all. Throws as `get` does. */
export async function readIndicator(
  dataset: string,
  lang: Language,
  signal: AbortSignal,
): Promise<IndicatorReading | null> {
  const listed = readIndicatorDatasets(lang, signal);
  try {
    const [one, { series }, { sources }, beside] = await Promise.all([
      get("dataset", { dataset }, { lang }, signal),
      get("seriesList", {}, { dataset, lang, limit: "1000" }, signal),
      get("sources", {}, { lang }, signal),
      listed,
    ]);
    return { dataset: one, measures: measuresOf(one, series), sources, beside };
  } catch (error) {
    const isUnknown = error instanceof ApiProblem && error.kind === "unknown-dataset";
    if (isUnknown && (await listed).length === 0) return null;
    throw error;
  }
}

/** The datasets that are indicators and have figures. */
export async function readIndicatorDatasets(
  lang: Language,
  signal: AbortSignal,
): Promise<DatasetSummary[]> {
  const { datasets } = await get("datasets", {}, { lang }, signal);
  return datasets.filter(({ code, seriesCount }) => code !== ratesDataset && seriesCount > 0);
}

/** So few series are read one by one, with the decimals of each figure; more of them as tables. */
const few = 12;
/** The most series that one table holds. */
const widest = 50;

/** The observations of every series of a measure, as they were known on a day where one is named. */
export async function readMeasure(
  { series }: Measure,
  lang: Language,
  asOf: { asOf?: string },
  signal: AbortSignal,
): Promise<Reading[]> {
  if (series.length > few) return readTables(series, { lang, ...asOf }, signal);
  return Promise.all(
    series.map(async (one) => {
      const { dataset, key } = one;
      const query = { lang, ...asOf };
      return { series: one, answer: await get("observations", { dataset, key }, query, signal) };
    }),
  );
}

/** Only what has one frequency stands in one table. */
async function readTables(
  series: readonly Series[],
  query: { lang: Language; asOf?: string },
  signal: AbortSignal,
): Promise<Reading[]> {
  const parts = [...new Set(series.map(({ frequency }) => frequency))].flatMap((frequency) => {
    const alike = series.filter((one) => one.frequency === frequency);
    const count = Math.ceil(alike.length / widest);
    return Array.from({ length: count }, (_, i) => alike.slice(i * widest, (i + 1) * widest));
  });
  const tables = await Promise.all(
    parts.map((part) => get("aligned", {}, { series: namesOf(part), ...query }, signal)),
  );
  return parts.flatMap((part, i) =>
    part.flatMap((one, column) => {
      const table = tables[i];
      const answer = table && columnOf(table, column);
      return answer ? [{ series: one, answer }] : [];
    }),
  );
}

/** The names of series as a table is asked for. */
export const namesOf = (series: readonly Series[]) =>
  series.map(({ dataset, key }) => `${dataset}/${key}`).join(",");
