import type { Dataset } from "../../server/contract/dataset.ts";
import type { ImportReport } from "../../server/contract/import-report.ts";
import type { Observations } from "../../server/contract/observation.ts";
import type { Currencies } from "../../server/contract/rate.ts";
import type { Series } from "../../server/contract/series.ts";
import type { Source } from "../../server/contract/source.ts";
import { get } from "../api/get.ts";
import type { Language } from "../../server/contract/language.ts";

/** A series with all that is said of it: whose it is, what its codes mean, and how its currencies are governed. */
export interface SeriesReading {
  series: Series;
  dataset: Dataset;
  source: Source;
  currencies: Currencies["currencies"];
}

/** Some imports, newest first, and how the older ones are asked for; null where there are none. */
export interface ImportLog {
  imports: ImportReport[];
  next: string | null;
}

/** Which series: the codes of a dataset and the key in it. */
export interface SeriesName {
  dataset: string;
  key: string;
}

/** How many imports one look into the log takes. */
const logSize = "20";

/** Reads what is said of a series. Throws as `get` does. */
export async function readSeries(
  { dataset, key }: SeriesName,
  lang: Language,
  signal: AbortSignal,
): Promise<SeriesReading> {
  const [series, described, { currencies }] = await Promise.all([
    get("series", { dataset, key }, { lang }, signal),
    get("dataset", { dataset }, { lang }, signal),
    get("currencies", {}, { lang }, signal),
  ]);
  const source = await get("source", { code: series.source.code }, { lang }, signal);
  return { series, dataset: described, source, currencies };
}

/** All observations of a series, as they were known on a day where one is named. */
export async function readAllOf(
  { dataset, key }: SeriesName,
  asOf: { asOf?: string },
  signal: AbortSignal,
): Promise<Observations> {
  return get("observations", { dataset, key }, asOf, signal);
}

/** The next imports of the log, of whatever series. */
export async function readImports(cursor: string | null, signal: AbortSignal): Promise<ImportLog> {
  return get("imports", {}, { limit: logSize, ...(cursor !== null && { cursor }) }, signal);
}
