import { Decimal } from "decimal.js";
import type { Transform } from "../../server/contract/derivation.ts";
import type { Frequency } from "../../server/contract/period.ts";
import type { Observed } from "./arbitrary-series.ts";

const Plain = Decimal.clone({ precision: 80, rounding: Decimal.ROUND_HALF_EVEN });

/** FRED's formulas as they are written, at eighty digits. */
export function plainTransform(
  series: Observed[],
  units: Transform,
  frequency: Frequency,
  base: Observed | null,
) {
  if (units === "lin") return series;
  const n = { D: 260, W: 52, M: 12, Q: 4, S: 2, A: 1 }[frequency];
  return series.map((now, i) => {
    const other = {
      ...{ chg: series[i - 1], pch: series[i - 1], pca: series[i - 1], cch: series[i - 1] },
      ...{
        cca: series[i - 1],
        ch1: series[i - n],
        pc1: series[i - n],
        log: now,
        index: base,
        pcb: base,
      },
      yoy: yearBefore(series, now.period, frequency),
    }[units];
    const isThere = now.value !== null && typeof other?.value === "string";
    const value = isThere
      ? plainFormula(units, new Plain(now.value!), new Plain(other.value!), n)
      : null;
    if (!value?.isFinite()) return { period: now.period, value: null, status: "M" };
    const letters: string[] = [now.status, other!.status];
    const status = ["F", "E", "P", "U", "B"].find((letter) => letters.includes(letter)) ?? "A";
    return { period: now.period, value: value.toSignificantDigits(12).toFixed(), status };
  });
}

function plainFormula(units: Transform, x: Decimal, before: Decimal, n: number): Decimal {
  const percent = x.div(before).minus(1).times(100);
  const logs = x.gt(0) && before.gt(0) ? x.ln().minus(before.ln()).times(100) : new Plain(NaN);
  if (units === "chg" || units === "ch1") return x.minus(before);
  if (units === "pca") return x.div(before).pow(n).minus(1).times(100);
  if (units === "cch") return logs;
  if (units === "cca") return logs.times(n);
  if (units === "log") return x.gt(0) ? x.ln() : new Plain(NaN);
  if (units === "index") return x.div(before).times(100);
  return percent;
}

function yearBefore(series: Observed[], period: string, frequency: Frequency) {
  const date = new Date(period);
  const isLeapDay = period.endsWith("02-29");
  date.setUTCFullYear(
    date.getUTCFullYear() - 1,
    date.getUTCMonth(),
    isLeapDay ? 28 : date.getUTCDate(),
  );
  const days = frequency === "D" || frequency === "W" ? 14 : 0;
  return series.findLast((one) => {
    const age = (date.getTime() - Date.parse(one.period)) / 86_400_000;
    return one.value !== null && age >= 0 && age <= days;
  });
}
