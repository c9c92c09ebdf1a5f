import { Decimal } from "decimal.js";
import type { Aggregation } from "../../server/contract/derivation.ts";
import type { Frequency } from "../../server/contract/period.ts";
import type { Observed } from "./arbitrary-series.ts";

const Plain = Decimal.clone({ precision: 100, rounding: Decimal.ROUND_HALF_EVEN });

const enough: Record<string, number> = {
  ...{ DW: 4, DM: 17, DQ: 52, DS: 104, DA: 208, WM: 3, WQ: 10, WS: 20, WA: 39 },
  ...{ MQ: 3, MS: 6, MA: 12, QS: 2, QA: 4, SA: 2 },
};

interface Told {
  period: string;
  value: string | null;
  status: string;
  count: number;
}

/** The rules of aggregation, read aloud: slow, and of one day after the other. */
export function plainAggregate(
  series: Observed[],
  from: Frequency,
  to: Frequency,
  method: Aggregation,
  decimals: number,
  today: string,
): Told[] {
  if (series.length === 0) return [];
  const target = (day: string) => spanOf(from === "W" ? thursdayOf(day) : day, to);
  const periods: string[] = [];
  for (let day = series[0]!.period; day <= series.at(-1)!.period; day = dayAfter(day, 1)) {
    if (!periods.includes(target(day))) periods.push(target(day));
  }
  const need = enough[from + to]!;
  return periods.flatMap((period, i): Told[] => {
    const inside = series.filter((o) => o.value !== null && target(o.period) === period);
    const count = inside.length;
    const holdsToday = target(today) === period;
    const isEnd = i === 0 || i === periods.length - 1;
    if (isEnd && count < need && !holdsToday) return [];
    const lacksPart = "MQS".includes(from) && count < need && !holdsToday;
    if (count === 0 || lacksPart) return [{ period, value: null, status: "M", count }];
    const used = method === "eop" ? [inside.at(-1)!] : method === "first" ? [inside[0]!] : inside;
    const letters = used.map(({ status }) => status as string).concat(holdsToday ? ["P"] : []);
    const status = ["F", "E", "P", "U", "B"].find((letter) => letters.includes(letter)) ?? "A";
    return [{ period, value: valueBy(method, used, decimals), status, count }];
  });
}

function valueBy(method: Aggregation, used: Observed[], decimals: number): string {
  const texts = used.map(({ value }) => value!);
  const numbers = texts.map((text) => new Plain(text));
  const sum = numbers.reduce((a, b) => a.plus(b));
  const most = Math.max(...texts.map((text) => text.split(".")[1]?.length ?? 0));
  if (method === "sum") return sum.toFixed(most);
  if (method === "avg") return sum.div(texts.length).toDecimalPlaces(decimals).toFixed(decimals);
  if (method === "min") return texts.find((text) => numbers.every((n) => n.gte(text)))!;
  if (method === "max") return texts.find((text) => numbers.every((n) => n.lte(text)))!;
  return texts[0]!;
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

function mondayOf(day: string): string {
  return new Date(day).getUTCDay() === 1 ? day : mondayOf(dayAfter(day, -1));
}

function thursdayOf(day: string): string {
  return dayAfter(mondayOf(day), 3);
}

function spanOf(day: string, frequency: Frequency): string {
  const [year, month] = [day.slice(0, 4), day.slice(5, 7)];
  if (frequency === "W") return mondayOf(day);
  if (frequency === "M") return `${year}-${month}-01`;
  if (frequency === "S") return `${year}-${month < "07" ? "01" : "07"}-01`;
  if (frequency === "A") return `${year}-01-01`;
  const quarter = ["01", "04", "07", "10"].findLast((first) => first <= month)!;
  return `${year}-${quarter}-01`;
}
