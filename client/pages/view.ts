import { eventKinds } from "../../server/contract/event-kind.ts";
import { lastDayOf, readPeriod } from "../../server/contract/period.ts";
import {
  type Agg,
  aggregations,
  anyPeriod,
  type As,
  bound,
  coarseness,
  code,
  day,
  eventChoice,
  type Freq,
  jobName,
  mostSeries,
  type Nominal,
  nominals,
  oneOf,
  type Range,
  ranges,
  type ReadValue,
  seriesId,
  transforms,
  words,
  year,
} from "./view-values.ts";

/** What the reader has chosen on a page: the query of its address. Null is the page's own choice. */
export interface View {
  /** Rolling, and ends at the last observation; `from` and `to` win over it. */
  range: Range;
  from: string | null;
  to: string | null;
  /** The source of a rate; null is the one with the best rank. */
  source: string | null;
  /** `quote`: as the path names the pair; `inv`: the other way round. */
  dir: "quote" | "inv";
  nom: Nominal;
  /** Null is levels; on the compare page an index, where units differ. */
  as: As | null;
  /** The period that is 100, or from which per cent count. */
  base: string | null;
  scale: "lin" | "log";
  freq: Freq | null;
  agg: Agg | null;
  /** Series to compare, at most eight: `usd-kgs`, or `TRADE/A.KG.IMPORTS.USD_MN`. */
  s: readonly string[];
  /** The lines in focus: ids of series, or codes of places. */
  focus: string | null;
  /** The measure and the place of an indicator; null is the first of the dataset. */
  m: string | null;
  geo: string | null;
  by: "region" | "age";
  sort: "value" | "name" | "geo";
  /** The year of a ranking; null is the latest. */
  year: string | null;
  /** Intervals shown or not. */
  ci: "0" | "1";
  /** Events shown or not, or the numbers of some joined by `~`. */
  ev: string;
  /** Of which kind the listed events are, and words in them; null is any. */
  kind: (typeof eventKinds)[number] | null;
  q: string | null;
  /** The period that the cursor is pinned to. */
  t: string | null;
  /** The day whose state of the figures is shown; null is now. */
  asof: string | null;
  /** Small multiples on one scale, or each on its own. */
  uniform: "0" | "1";
  view: "chart" | "table" | "tiles";
  /** The run of an import that is looked at. */
  job: string | null;
}

/** Nothing chosen. */
export const plainView: View = {
  range: "1y",
  from: null,
  to: null,
  source: null,
  dir: "quote",
  nom: "auto",
  as: null,
  base: null,
  scale: "lin",
  freq: null,
  agg: null,
  s: [],
  focus: null,
  m: null,
  geo: null,
  by: "region",
  sort: "value",
  year: null,
  ci: "1",
  ev: "1",
  kind: null,
  q: null,
  t: null,
  asof: null,
  uniform: "1",
  view: "chart",
  job: null,
};

const shownOrNot = oneOf(["0", "1"]);

/** Every key but `s`, which is a list. */
const grammar: { [Key in Exclude<keyof View, "s">]: ReadValue<NonNullable<View[Key]>> } = {
  range: oneOf(ranges),
  from: bound,
  to: bound,
  source: code,
  dir: oneOf(["quote", "inv"]),
  nom: oneOf(nominals),
  as: oneOf(transforms),
  base: bound,
  scale: oneOf(["lin", "log"]),
  freq: oneOf(coarseness),
  agg: oneOf(aggregations),
  focus: (text) => seriesId(text) ?? code(text),
  m: code,
  geo: code,
  by: oneOf(["region", "age"]),
  sort: oneOf(["value", "name", "geo"]),
  year,
  ci: shownOrNot,
  ev: eventChoice,
  kind: oneOf(eventKinds),
  q: words,
  t: anyPeriod,
  asof: day,
  uniform: shownOrNot,
  view: oneOf(["chart", "table", "tiles"]),
  job: jobName,
};

const keys = (Object.keys(plainView) as (keyof View)[]).sort();

/** Reads a query. An unknown key or value is left out, and told in `ignored` as it was written. */
export function readView(search: string): { view: View; ignored: string[] } {
  const view: View = { ...plainView };
  const ignored: string[] = [];
  for (const [key, text] of new URLSearchParams(search)) {
    if (key === "s") {
      const { read, rest } = readSeries(text);
      view.s = read;
      if (rest.length > 0) ignored.push(`s=${rest.join("~")}`);
      continue;
    }
    const known = keys.find((name) => name === key);
    const value = known && known !== "s" ? grammar[known](text) : undefined;
    if (value === undefined) ignored.push(`${key}=${text}`);
    else Object.assign(view, { [key]: value });
  }
  return withoutEmptySpan(view, ignored);
}

/** Writes a view as a query without its defaults, keys in alphabetical order: one view has one address. */
export function writeView(view: View): string {
  const chosen = keys.filter((key) => textOf(view[key]) !== textOf(plainView[key]));
  const search = chosen.map((key) => `${key}=${escaped(textOf(view[key]))}`).join("&");
  return search === "" ? "" : `?${search}`;
}

/** The first eight series, each once, and what cannot be taken. */
function readSeries(text: string): { read: string[]; rest: string[] } {
  const ids = text.split("~");
  const known = [...new Set(ids.filter((id) => seriesId(id) !== undefined))];
  const read = known.slice(0, mostSeries);
  return { read, rest: ids.filter((id) => !read.includes(id)) };
}

/** A span that ends before it begins is none. */
function withoutEmptySpan(view: View, ignored: string[]): { view: View; ignored: string[] } {
  const [first, last] = [readPeriod(view.from ?? ""), readPeriod(view.to ?? "")];
  if (!first || !last || first.start <= lastDayOf(last)) return { view, ignored };
  const told = [`from=${view.from ?? ""}`, `to=${view.to ?? ""}`];
  return { view: { ...view, from: null, to: null }, ignored: [...ignored, ...told] };
}

const textOf = (value: string | readonly string[] | null) =>
  typeof value === "string" ? value : (value ?? []).join("~");

/** A query may hold a slash and a tilde as they are; an address is read by people too. */
const escaped = (text: string) => encodeURIComponent(text).replaceAll("%2F", "/");
