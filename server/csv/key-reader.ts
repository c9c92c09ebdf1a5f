import type { DatasetShape } from "../domain/dataset-shape.ts";
import { type Field, textOf } from "./field.ts";
import { createKey, faultyKey, type Key } from "./key.ts";
import { remember } from "./remember.ts";
import type { Renamed } from "./rename-code.ts";

/** Where the codes of a key stand: a column of whole series names, or a field for each dimension (null: FREQ, by the form of the period). */
export type KeyFields =
  | { series: Field }
  | {
      dataset: DatasetShape;
      fields: readonly (Field | null)[];
      /** What the file writes for a code, by dimension. */
      renamings: readonly (((text: string) => Renamed) | null)[];
    };

/** A reader of the keys of records. `source` is who the sender says publishes: a file that says otherwise is refused. */
export function createKeyReader(
  key: KeyFields,
  datasets: readonly DatasetShape[],
  source: string | null,
): (cells: readonly string[]) => Key {
  if ("series" in key) {
    const { series } = key;
    const read = remember((text) => readSeriesName(text, series.column, datasets, source));
    return (cells) => read(textOf(series, cells));
  }
  const columns = key.fields.filter((field) => field !== null).filter(({ at }) => at !== null);
  const read = remember((joined) => {
    const texts = joined.split("\0");
    const written = key.fields.map((field, at) => {
      if (!field) return null;
      const text = field.at === null ? field.constant : (texts.shift() ?? "");
      const { code, nominal } = key.renamings[at]?.(text) ?? { code: text, nominal: null };
      return { text: code, column: field.column, nominal };
    });
    return createKey(key.dataset, written, source);
  });
  return (cells) => {
    // Only what varies, and no array: this text is looked up for every value of the file.
    let joined = "";
    for (const field of columns) joined += `${textOf(field, cells)}\0`;
    return read(joined);
  };
}

function readSeriesName(
  text: string,
  column: string | null,
  datasets: readonly DatasetShape[],
  source: string | null,
): Key {
  const [, name = "", codes = ""] = /^([^/]+)\/(.+)$/.exec(text) ?? [];
  const dataset = datasets.find(({ code }) => code === name);
  const parts = codes.split(".");
  if (dataset?.dimensions.length === parts.length) {
    const written = parts.map((part) => ({ text: part, column, nominal: null }));
    return createKey(dataset, written, source);
  }
  const message = dataset
    ? `A series of ${name} is named ${name}/${dataset.dimensions.map(({ code }) => code).join(".")}.`
    : `There is no dataset ${name || text}: a series is named as FX/D.USD.KGS.NBKR is.`;
  return faultyKey({ code: "unknown-code", message, column, text });
}
