import { readPeriod } from "../../server/contract/period.ts";

export const ranges = ["1m", "3m", "6m", "1y", "5y", "10y", "max"] as const;
export type Range = (typeof ranges)[number];
export const nominals = ["auto", "1", "10", "100", "1000", "10000", "100000"] as const;
export type Nominal = (typeof nominals)[number];

/** What the reader has chosen on a page: the query of its address. */
export interface View {
  /** Rolling, and ends at the last observation; `from` and `to` win over it. */
  range: Range;
  from: string | null;
  to: string | null;
  /** `quote`: as the path names the pair; `inv`: the other way round. */
  dir: "quote" | "inv";
  nom: Nominal;
  /** The measure and the place of an indicator; null is the first of the dataset. */
  m: string | null;
  geo: string | null;
  by: "region" | "age";
  view: "chart" | "table";
}

/** Nothing chosen. */
export const plainView: View = {
  range: "1y",
  from: null,
  to: null,
  dir: "quote",
  nom: "auto",
  m: null,
  geo: null,
  by: "region",
  view: "chart",
};

type Reader<Value> = (text: string) => Value | undefined;

const oneOf =
  <Value extends string>(values: readonly Value[]): Reader<Value> =>
  (text) =>
    values.find((value) => value === text);
const code: Reader<string> = (text) => (/^[A-Z0-9_.-]{1,60}$/.test(text) ? text : undefined);
const bound: Reader<string> = (text) =>
  /^\d{4}(-\d\d){0,2}$/.test(text) && readPeriod(text) ? text : undefined;

const grammar: { [Key in keyof View]: Reader<NonNullable<View[Key]>> } = {
  range: oneOf(ranges),
  from: bound,
  to: bound,
  dir: oneOf(["quote", "inv"]),
  nom: oneOf(nominals),
  m: code,
  geo: code,
  by: oneOf(["region", "age"]),
  view: oneOf(["chart", "table"]),
};

const keys = (Object.keys(grammar) as (keyof View)[]).sort();

/** Reads a query. An unknown key or value is left out, and told in `ignored` as it was written. */
export function readView(search: string): { view: View; ignored: string[] } {
  const view: View = { ...plainView };
  const ignored: string[] = [];
  for (const [key, text] of new URLSearchParams(search)) {
    const known = keys.find((name) => name === key);
    const value = known && grammar[known](text);
    if (value === undefined) ignored.push(`${key}=${text}`);
    else Object.assign(view, { [key]: value });
  }
  return { view, ignored };
}

/** Writes a view as a query without its defaults, keys in alphabetical order: one view has one address. */
export function writeView(view: View): string {
  const chosen = keys.filter((key) => view[key] !== plainView[key]);
  const search = chosen.map((key) => `${key}=${encodeURIComponent(view[key] ?? "")}`).join("&");
  return search === "" ? "" : `?${search}`;
}
