import { addDays, daysBetween, isoDay } from "../../server/contract/period.ts";

/** A tick of a time axis: where it stands, and which parts of its day are to be printed. */
export interface TimeTick {
  at: number;
  day: string;
  form: "day-month" | "month" | "month-year" | "year";
}

const monthSteps = [1, 2, 3, 6];
const yearSteps = [1, 2, 5, 10, 20, 50, 100];

/**
 * At most `most` (or two) ticks between two moments (milliseconds UTC): days up to 45 days, months up to two years,
 * else years.
 */
export function timeTicks(min: number, max: number, most: number): TimeTick[] {
  const [from, to] = [isoDay(min), isoDay(max)];
  const days = daysBetween(from, to);
  if (days <= 45) return dayTicks(from, to, most);
  return days <= 731 ? monthTicks(from, to, most) : yearTicks(from, to, most);
}

function dayTicks(from: string, to: string, most: number): TimeTick[] {
  const step = Math.max(1, Math.ceil((daysBetween(from, to) + 1) / most));
  const ticks: TimeTick[] = [];
  for (let day = from; day <= to; day = addDays(day, step)) {
    ticks.push({ at: Date.parse(day), day, form: "day-month" });
  }
  return ticks;
}

function monthTicks(from: string, to: string, most: number): TimeTick[] {
  const fits = (step: number) => monthsWithin(from, to, step).length <= most;
  const days = monthsWithin(from, to, monthSteps.find(fits) ?? 12);
  return days.map((day, i) => {
    const withYear = i === 0 || day.slice(5, 7) === "01";
    return { at: Date.parse(day), day, form: withYear ? "month-year" : "month" };
  });
}

/** First days of months, every `step` months counted from January. */
function monthsWithin(from: string, to: string, step: number): string[] {
  const days: string[] = [];
  for (let month = 0; ; month += step) {
    const day = isoDay(Date.UTC(Number(from.slice(0, 4)), month, 1));
    if (day > to) return days;
    if (day >= from) days.push(day);
  }
}

function yearTicks(from: string, to: string, most: number): TimeTick[] {
  const step = yearSteps.find((years) => yearsWithin(from, to, years).length <= most) ?? 200;
  return yearsWithin(from, to, step).map((day) => ({ at: Date.parse(day), day, form: "year" }));
}

function yearsWithin(from: string, to: string, step: number): string[] {
  const first = Math.ceil(Number(from.slice(0, 4)) / step) * step;
  const days: string[] = [];
  for (let year = first; year <= Number(to.slice(0, 4)); year += step) {
    const day = `${String(year).padStart(4, "0")}-01-01`;
    if (day >= from) days.push(day);
  }
  return days;
}
