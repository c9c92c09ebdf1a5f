import type { Dataset } from "../../server/contract/dataset.ts";
import type { Observation } from "../../server/contract/observation.ts";
import type { DotRow } from "../components/kurs-dot-list.ts";
import { describePeriod } from "../format/period.ts";
import { type BarKind, lastOf, type Reading } from "./indicator-figure.ts";
import { surveyText } from "./indicator-value.ts";
import { codeOf, dimensionOf, titleOf } from "./measures.ts";
import type { Reader } from "./reader.ts";
import type { View } from "./view.ts";

/** A row of a ranking with the period it is of, its status, and the series that says it. */
export interface DatedBar extends DotRow {
  hollow: boolean;
  kind: NonNullable<DotRow["kind"]>;
  period: string;
  status: NonNullable<Observation["status"]>;
  /** As the API names it. */
  series: string;
  /** The code of who published it. */
  source: string;
}

/** What rows are made of: the dataset, the readings of one measure, and what the view chooses of them. */
export interface BarWish extends Reader {
  dataset: Dataset;
  readings: readonly Reading[];
  view: Pick<View, "geo" | "sort" | "year">;
}

/** Rows of the latest period, or of the year chosen: regions in the order chosen, ages in their natural order, periods as they came. */
export function barsOf(kind: BarKind, wish: BarWish): DatedBar[] {
  if (kind === "region") return sorted(byPlace(wish), wish.view.sort);
  return kind === "age" ? byAge(wish) : byPeriod(wish);
}

/** True where some rows are not numbers to be drawn as bars: suppressed, or of few cases. */
export function needDots(bars: readonly DatedBar[]): boolean {
  return bars.some(({ value, hollow }) => value === null || hollow);
}

/** The place whose regions and ages are shown: the one asked for, else the first that has a part or an age of its own. */
export function countryOf({ dataset, readings, view }: Omit<BarWish, keyof Reader>): string {
  const places = readings.map(({ series }) => codeOf(series, dataset, "place"));
  if (view.geo !== null && places.includes(view.geo)) return view.geo;
  const whole = places.find((code) => places.some((other) => other.startsWith(`${code}-`)));
  return whole ?? places[0] ?? "";
}

/** By value, what has none last; by name; or in the dataset's own order, in which they come. */
function sorted(bars: DatedBar[], sort: View["sort"]): DatedBar[] {
  if (sort === "geo") return bars;
  if (sort === "name") return bars.sort((a, b) => a.name.localeCompare(b.name));
  return bars.sort((a, b) => (b.value ?? -Infinity) - (a.value ?? -Infinity));
}

function byPlace(wish: BarWish): DatedBar[] {
  const { dataset, readings } = wish;
  const country = countryOf(wish);
  const all = dimensionOf(dataset, "age")?.codes.find(({ total }) => total)?.code ?? "";
  const rank = (code: string) =>
    dimensionOf(dataset, "place")?.codes.findIndex((known) => known.code === code) ?? 0;
  return readings
    .filter(({ series }) => codeOf(series, dataset, "age") === all)
    .map((reading) => ({ reading, code: codeOf(reading.series, dataset, "place") }))
    .sort((a, b) => rank(a.code) - rank(b.code))
    .flatMap(({ reading, code }) =>
      barOf(reading, titleOf(dataset, "place", code), placeKind(code, country, wish), wish),
    );
}

function placeKind(code: string, country: string, { dataset }: BarWish): DatedBar["kind"] {
  const entry = dimensionOf(dataset, "place")?.codes.find((known) => known.code === code);
  if (!entry?.total) return "part";
  return code === country ? "average" : "reference";
}

function byAge(wish: BarWish): DatedBar[] {
  const { dataset, readings } = wish;
  const country = countryOf(wish);
  return (dimensionOf(dataset, "age")?.codes ?? []).flatMap(({ code, title, total }) =>
    readings
      .filter(({ series }) => codeOf(series, dataset, "age") === code)
      .filter(({ series }) => codeOf(series, dataset, "place") === country)
      .flatMap((reading) => barOf(reading, title, total ? "average" : "part", wish)),
  );
}

function byPeriod(wish: BarWish): DatedBar[] {
  return wish.readings.flatMap((reading) =>
    reading.answer.observations.map((observation) =>
      rowOf(observation, reading, describePeriod(observation.period, wish.locale), "part", wish),
    ),
  );
}

/** The row of a reading: of the year chosen, or of its last period that says anything. */
function barOf(reading: Reading, name: string, kind: DatedBar["kind"], wish: BarWish): DatedBar[] {
  const { year } = wish.view;
  const { observations } = reading.answer;
  const chosen =
    year === null
      ? (lastOf(reading) ?? observations.at(-1))
      : observations.findLast(({ period }) => period.startsWith(year));
  return chosen ? [rowOf(chosen, reading, name, kind, wish)] : [];
}

function rowOf(
  observation: Observation,
  { series, answer }: Reading,
  name: string,
  kind: DatedBar["kind"],
  wish: BarWish,
): DatedBar {
  const { period, value, status = "A" } = observation;
  return {
    code: codeOf(series, wish.dataset, "place"),
    name,
    value,
    text: surveyText(observation, answer, wish),
    hollow: status === "U" && value !== null,
    kind,
    period,
    status,
    series: `${series.dataset}/${series.key}`,
    source: series.source.code,
  };
}
