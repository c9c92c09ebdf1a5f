import { type Frequency, readPeriod } from "../../server/contract/period.ts";
import type { Query } from "../api/get.ts";
import type { Reading } from "./indicator-figure.ts";

/** A value that a figure shows: its series as the API names it, and its period. */
export interface ShownValue {
  series: string;
  period: string;
}

/** A question whose answer is what a figure shows of one frequency, and the periods between which that is. */
export interface FigureAsk {
  frequency: Frequency;
  first: string;
  last: string;
  query: Query<"aligned">;
}

/** The most series that one table holds. */
const widest = 50;

/**
 * The tables that hold what is shown, one for each frequency: a bound is named only where the series have values beyond
 * it, so that an address stays good as newer ones come.
 */
export function figureAsks(
  shown: readonly ShownValue[],
  readings: readonly Reading[],
  asOf: { asOf?: string },
): FigureAsk[] {
  const frequencies = new Set(shown.map(({ period }) => readPeriod(period)?.frequency ?? "A"));
  return [...frequencies].flatMap((frequency) => {
    const alike = shown.filter(({ period }) => readPeriod(period)?.frequency === frequency);
    const names = [...new Set(alike.map(({ series }) => series))];
    const count = Math.ceil(names.length / widest);
    return Array.from({ length: count }, (_, i) => {
      const part = names.slice(i * widest, (i + 1) * widest);
      const values = alike.filter(({ series }) => part.includes(series));
      return { frequency, ...tableOf(part, values, readings, asOf) };
    });
  });
}

function tableOf(
  names: readonly string[],
  values: readonly ShownValue[],
  readings: readonly Reading[],
  asOf: { asOf?: string },
): Omit<FigureAsk, "frequency"> {
  const [first = "", last = ""] = endsOf(values);
  const all = readings
    .filter(({ answer }) => names.includes(answer.series))
    .flatMap(({ answer }) => answer.observations);
  const [start = first, end = last] = endsOf(all);
  const bounds = { ...(start < first && { start: first }), ...(end > last && { end: last }) };
  return { first, last, query: { series: names.join(","), ...bounds, ...asOf } };
}

/** Periods of one frequency stand in order as text does. */
function endsOf(values: readonly Pick<ShownValue, "period">[]): [string?, string?] {
  const periods = values.map(({ period }) => period).sort();
  const [first, last] = [periods[0], periods.at(-1)];
  return first === undefined || last === undefined ? [] : [first, last];
}
