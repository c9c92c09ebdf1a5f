import type { DatasetSummary } from "../../server/contract/dataset.ts";
import { get } from "../api/get.ts";
import type { Language } from "../strings/strings.ts";
import { codeOf, dimensionOf, type Measure, measuresOf } from "./measures.ts";
import type { Reading } from "./indicator-figure.ts";
import { readIndicatorDatasets } from "./read-indicator.ts";
import type { Dataset } from "../../server/contract/dataset.ts";

/** The latest figure of a dataset's first measure. */
export interface Headline {
  dataset: Dataset;
  measure: Measure;
  reading: Reading;
}

/** One headline for each indicator dataset. */
export async function readHeadlines(lang: Language, signal: AbortSignal): Promise<Headline[]> {
  const datasets = await readIndicatorDatasets(lang, signal);
  const headlines = await Promise.all(datasets.map((one) => readHeadline(one, lang, signal)));
  return headlines.flatMap((headline) => headline ?? []);
}

async function readHeadline(
  { code }: DatasetSummary,
  lang: Language,
  signal: AbortSignal,
): Promise<Headline | null> {
  const [dataset, { series }] = await Promise.all([
    get("dataset", { dataset: code }, { lang }, signal),
    get("seriesList", {}, { dataset: code, lang, limit: "1000" }, signal),
  ]);
  const [measure] = measuresOf(dataset, series);
  const chosen = measure && headlineSeries(measure, dataset);
  if (!chosen) return null;
  const parts = { dataset: code, key: chosen.key };
  const answer = await get("observations", parts, { lang, last: "1" }, signal);
  return { dataset, measure, reading: { series: chosen, answer } };
}

/** The series of the whole (all ages, a country that has regions), and of those the one that is newest. */
function headlineSeries(measure: Measure, dataset: Dataset) {
  const all = dimensionOf(dataset, "age")?.codes.find(({ total }) => total)?.code ?? "";
  const whole = measure.series.filter((series) => codeOf(series, dataset, "age") === all);
  const places = whole.map((series) => codeOf(series, dataset, "place"));
  const hasParts = (place: string) => places.some((other) => other.startsWith(`${place}-`));
  const [first, ...others] = [...whole].sort(
    (a, b) =>
      Number(hasParts(codeOf(b, dataset, "place"))) - Number(hasParts(codeOf(a, dataset, "place"))),
  );
  return others.reduce(
    (best, next) =>
      codeOf(next, dataset, "place") === (best && codeOf(best, dataset, "place")) &&
      (next.lastPeriod ?? "") > (best?.lastPeriod ?? "")
        ? next
        : best,
    first,
  );
}
