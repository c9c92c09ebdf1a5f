import type { DatasetSummary } from "../../server/contract/dataset.ts";
import type { Observations } from "../../server/contract/observation.ts";
import type { Series } from "../../server/contract/series.ts";
import { get } from "../api/get.ts";
import { byText } from "../format/by-text.ts";
import type { Language } from "../../server/contract/language.ts";
import { columnOf } from "./comparison-asks.ts";
import type { Reading } from "./indicator-figure.ts";
import { namesOf, readIndicatorDatasets } from "./read-indicator.ts";

/** The series of a dataset that says most, its kin of other frequencies after it, and for a survey those of its regions. */
export interface Headline {
  dataset: DatasetSummary;
  readings: Reading[];
  regions: Reading[];
}

/** The most cards, and the most series that one table holds. */
const [mostCards, mostColumns] = [6, 50];

/** One headline for each of the first indicator datasets. */
export async function readHeadlines(lang: Language, signal: AbortSignal): Promise<Headline[]> {
  const datasets = (await readIndicatorDatasets(lang, signal)).slice(0, mostCards);
  const known = await readSeries(datasets, lang, signal);
  return Promise.all(
    datasets.flatMap((dataset) => {
      const own = known.filter((series) => series.dataset === dataset.code);
      const lead = leadOf(own);
      return lead ? readHeadline(dataset, lead, own, signal) : [];
    }),
  );
}

/** All series in one answer; where there are more than one answer holds, those of each dataset. */
async function readSeries(
  datasets: readonly DatasetSummary[],
  lang: Language,
  signal: AbortSignal,
) {
  if (datasets.length === 0) return [];
  const all = await get("seriesList", {}, { lang, limit: "1000" }, signal);
  if (all.next === null) return all.series;
  const each = datasets.map(({ code }) =>
    get("seriesList", {}, { dataset: code, lang, limit: "1000" }, signal),
  );
  return (await Promise.all(each)).flatMap(({ series }) => series);
}

/** Of a survey the series of most regions; else the longest history; of several the newest, and of those the first. */
export function leadOf(series: readonly Series[]): Series | undefined {
  const regions = (one: Series) =>
    one.kind === "survey" && !one.dimensions.REF_AREA?.includes("-")
      ? kinOf(one, series, "REF_AREA").length
      : 0;
  return [...series].sort(
    (a, b) =>
      regions(b) - regions(a) ||
      b.observationCount - a.observationCount ||
      byText(b.lastPeriod ?? "", a.lastPeriod ?? ""),
  )[0];
}

/** The series that differ from one in nothing but this dimension, itself among them. */
export function kinOf(lead: Series, all: readonly Series[], dimension: string): Series[] {
  return all.filter((one) =>
    Object.entries(lead.dimensions).every(
      ([code, value]) => code === dimension || one.dimensions[code] === value,
    ),
  );
}

async function readHeadline(
  dataset: DatasetSummary,
  lead: Series,
  all: readonly Series[],
  signal: AbortSignal,
): Promise<Headline> {
  const told = kinOf(lead, all, "FREQ").filter((one) => one !== lead);
  const [readings, regions] = await Promise.all([
    Promise.all([lead, ...told].map((series) => readOne(series, signal))),
    lead.kind === "survey" ? readRegions(lead, all, signal) : [],
  ]);
  return { dataset, readings, regions };
}

async function readOne(series: Series, signal: AbortSignal): Promise<Reading> {
  const { dataset, key } = series;
  return { series, answer: await get("observations", { dataset, key }, {}, signal) };
}

async function readRegions(lead: Series, all: readonly Series[], signal: AbortSignal) {
  const place = lead.dimensions.REF_AREA ?? "";
  const regions = kinOf(lead, all, "REF_AREA")
    .filter(({ dimensions }) => (dimensions.REF_AREA ?? "").startsWith(`${place}-`))
    .slice(0, mostColumns);
  if (regions.length === 0) return [];
  const table = await get("aligned", {}, { series: namesOf(regions) }, signal);
  return regions.flatMap((series, i) => {
    const answer: Observations | null = columnOf(table, i);
    return answer ? [{ series, answer }] : [];
  });
}
