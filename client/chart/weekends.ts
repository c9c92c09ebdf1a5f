import { isoDay } from "../../server/contract/period.ts";

const dayMs = 86_400_000;

/**
 * From midday of Friday to midday of Sunday in milliseconds UTC: half a day around the two points, at midnight, that a
 * weekend does not have.
 */
export function weekendsBetween(from: number, to: number): [number, number][] {
  const first = Date.parse(isoDay(from));
  const bands: [number, number][] = [];
  for (let day = first; day <= to; day += dayMs) {
    if (new Date(day).getUTCDay() !== 6) continue;
    bands.push([day - dayMs / 2, day + 1.5 * dayMs]);
  }
  return bands;
}
