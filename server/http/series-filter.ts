import type { z } from "zod";
import type { endpoints } from "../contract/endpoints.ts";
import { KursError } from "../domain/kurs-error.ts";
import { maskPattern } from "../domain/key-mask.ts";
import type { Reader } from "../sql/database.ts";
import { type DimensionsRow, selectDimensions } from "../sql/select-dimensions.ts";
import type { SeriesFilter } from "../sql/select-series.ts";
import { isSource } from "../sql/select-sources.ts";

type Query = z.output<typeof endpoints.seriesList.query>;

/**
 * What a question for series asks of them. Throws "unknown-dataset", and "invalid-query" for a source that there is not
 * or for a mask that fits no dataset: a filter that can match nothing is a slip, which an empty list would hide.
 */
export async function readSeriesFilter(
  db: Reader,
  query: Query,
): Promise<Omit<SeriesFilter, "after" | "limit">> {
  const { key, q = null, country = null, frequency = null } = query;
  const { dataset = null, source = null } = query;
  const known = await selectDimensions(db);
  const asked = dataset === null ? known : known.filter((row) => row.dataset === dataset);
  if (dataset !== null && asked.length === 0)
    throw new KursError("unknown-dataset", `No dataset has the code ${dataset}.`);
  if (key !== undefined) refuseMisfit(key, asked);
  if (source !== null && !(await isSource(db, source)))
    throw refusal("source", `source: no source has the code ${source}`);
  const keyPattern = key === undefined ? null : maskPattern(key);
  return { dataset, keyPattern, search: q, country, source, frequency };
}

function refuseMisfit(mask: string, asked: readonly DimensionsRow[]): void {
  const { length } = mask.split(".");
  if (asked.some(({ dimensions }) => dimensions.length === length)) return;
  const forms = asked.map(({ dataset, dimensions }) => `${dataset} are ${dimensions.join(".")}`);
  const parts = length === 1 ? "1 segment" : `${length} segments`;
  throw refusal("key", `key has ${parts}, but the keys of ${forms.join(", those of ")}`);
}

function refusal(parameter: string, message: string): KursError {
  return new KursError("invalid-query", message, { errors: [{ parameter, message }] });
}
