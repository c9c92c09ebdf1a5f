import { isoDay } from "../../server/contract/period.ts";
import type { View } from "./view.ts";
import type { Range } from "./view-values.ts";

/** The bounds of what is asked for; null is open. */
export interface TimeSpan {
  start: string | null;
  end: string | null;
}

const months: Record<Exclude<Range, "max" | "ytd">, number> = {
  "1m": 1,
  "3m": 3,
  "6m": 6,
  "1y": 12,
  "5y": 60,
  "10y": 120,
};

/** The span of a view that ends at the last observation's day; frozen bounds win over the range. */
export function spanOf(view: Pick<View, "range" | "from" | "to">, lastDay: string): TimeSpan {
  if (view.from !== null || view.to !== null) return { start: view.from, end: view.to };
  if (view.range === "max") return { start: null, end: null };
  if (view.range === "ytd") return { start: `${lastDay.slice(0, 4)}-01-01`, end: null };
  return { start: monthsBefore(lastDay, months[view.range]), end: null };
}

/** The same day of the month so many months earlier, or the month's last day where it has no such day. */
export function monthsBefore(day: string, count: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const first = Date.UTC(year, month - 1 - count, 1);
  const lastDate = new Date(Date.UTC(year, month - count, 0)).getUTCDate();
  return isoDay(first + (Math.min(date, lastDate) - 1) * 86_400_000);
}

/** The same day so many years earlier. */
export function yearsBefore(day: string, count: number): string {
  return monthsBefore(day, count * 12);
}
