import { formatPeriod, readPeriod } from "../../server/contract/period.ts";

/** The values of the query's keys that stand for themselves. */
export const ranges = ["1m", "3m", "6m", "1y", "5y", "10y", "max", "ytd"] as const;
export type Range = (typeof ranges)[number];
export const nominals = ["auto", "1", "10", "100", "1000", "10000", "100000"] as const;
export type Nominal = (typeof nominals)[number];
export const transforms = ["level", "pct", "index", "yoy"] as const;
export type As = (typeof transforms)[number];
export const coarseness = ["d", "w", "m", "q", "a"] as const;
export type Freq = (typeof coarseness)[number];
export const aggregations = ["avg", "sum", "eop"] as const;
export type Agg = (typeof aggregations)[number];

/** The most series that one view compares. */
export const mostSeries = 8;

/** Reads what stands after a key; undefined where it is not a value of it. */
export type ReadValue<Value> = (text: string) => Value | undefined;

/** One of a few words. */
export const oneOf =
  <Value extends string>(values: readonly Value[]): ReadValue<Value> =>
  (text) =>
    values.find((value) => value === text);

/** A text of this form. */
export const like =
  (form: RegExp): ReadValue<string> =>
  (text) =>
    form.test(text) ? text : undefined;

/** A code of a dataset's dimension or of a source. */
export const code = like(/^[A-Z0-9_.-]{1,60}$/);
/** A year, a month or a day that there is. */
export const bound = period(/^\d{4}(-\d\d){0,2}$/);
/** A day that there is. */
export const day = period(/^\d{4}-\d\d-\d\d$/);
/** A year that there is. */
export const year = period(/^\d{4}$/);
/** Any period, as the API writes it. */
export const anyPeriod = period(/^\d{4}(-[0-9QSW-]+)?$/);

/** Shown or not, or a list of numbers of events. */
export const eventChoice = like(/^(0|1|\d{1,9}(~\d{1,9})+|\d{2,9}|[2-9])$/);

/** The name of a job, as the API makes them. */
export const jobName = like(/^[A-Za-z0-9_-]{22}$/);

/** Words to search for: at least a letter or a digit, at most a hundred characters. */
export const words: ReadValue<string> = (text) =>
  text.length <= 100 && /[\p{L}\p{N}]/u.test(text) && !/\p{Surrogate}/u.test(text)
    ? text
    : undefined;

/** A currency pair (`usd-kgs`), or a stored series by dataset and key (`TRADE/A.KG.IMPORTS.USD_MN`). */
export const seriesId = like(
  /^(([a-z]{3})-(?!\2)[a-z]{3}|[A-Z][A-Z0-9_]{0,58}\/[A-Za-z0-9_@$-]+(\.[A-Za-z0-9_@$-]+){1,19})$/,
);

function period(form: RegExp): ReadValue<string> {
  return (text) => {
    const read = form.test(text) ? readPeriod(text) : null;
    return read && formatPeriod(read.start, read.frequency) === text ? text : undefined;
  };
}
