import type { Dataset } from "../../server/contract/dataset.ts";
import type { Observation } from "../../server/contract/observation.ts";
import type { Bar } from "../components/kurs-bar-list.ts";
import { describePeriod } from "../format/period.ts";
import type { Locale } from "../format/locale.ts";
import { type BarKind, lastOf, type Reading } from "./indicator-figure.ts";
import { valueText } from "./indicator-value.ts";
import { codeOf, dimensionOf, titleOf } from "./measures.ts";

/** A bar with the period it is of and where its value comes from. */
export interface DatedBar extends Bar {
  period: string;
  status: NonNullable<Observation["status"]>;
  /** The code of who published it. */
  source: string;
}

/** What bars are made of: the dataset, the readings of one measure, and the place that regions and ages are of. */
export interface BarWish {
  dataset: Dataset;
  readings: readonly Reading[];
  geo: string | null;
  locale: Locale;
}

/** Bars of the last period: regions by value, ages in their natural order, periods as they came. */
export function barsOf(kind: BarKind, wish: BarWish): DatedBar[] {
  if (kind === "region") return byPlace(wish).sort((a, b) => b.value - a.value);
  return kind === "age" ? byAge(wish) : byPeriod(wish);
}

/** The place whose regions and ages are shown: the one asked for, else the first that has a part or an age of its own. */
export function countryOf({ dataset, readings, geo }: BarWish): string {
  const places = readings.map(({ series }) => codeOf(series, dataset, "place"));
  if (geo !== null && places.includes(geo)) return geo;
  const whole = places.find((code) => places.some((other) => other.startsWith(`${code}-`)));
  return whole ?? places[0] ?? "";
}

function byPlace(wish: BarWish): DatedBar[] {
  const { dataset, readings } = wish;
  const country = countryOf(wish);
  const all = dimensionOf(dataset, "age")?.codes.find(({ total }) => total)?.code ?? "";
  return readings.flatMap((reading) => {
    const code = codeOf(reading.series, dataset, "place");
    if (codeOf(reading.series, dataset, "age") !== all) return [];
    return barOf(reading, titleOf(dataset, "place", code), placeKind(code, country, wish), wish);
  });
}

function placeKind(code: string, country: string, { dataset }: BarWish): Bar["kind"] {
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

function byPeriod({ dataset, readings, locale }: BarWish): DatedBar[] {
  return readings.flatMap(({ series, answer }) =>
    answer.observations.map((observation) => ({
      code: codeOf(series, dataset, "place"),
      name: describePeriod(observation.period, locale),
      value: observation.value ?? 0,
      text: valueText(observation, answer, locale),
      kind: "part" as const,
      period: observation.period,
      status: observation.status ?? "A",
      source: series.source.code,
    })),
  );
}

function barOf(
  reading: Reading,
  name: string,
  kind: Bar["kind"],
  { dataset, locale }: BarWish,
): DatedBar[] {
  const last = lastOf(reading);
  if (!last) return [];
  const text = valueText(last, reading.answer, locale);
  const { period, status = "A" } = last;
  const code = codeOf(reading.series, dataset, "place");
  const source = reading.series.source.code;
  return [{ code, name, value: last.value ?? 0, text, kind, period, status, source }];
}
