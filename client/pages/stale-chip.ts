import { html, nothing } from "lit";
import {
  addDays,
  type Frequency,
  isoDay,
  lastDayOf,
  readPeriod,
} from "../../server/contract/period.ts";
import type { Rate } from "../../server/contract/rate.ts";
import type { Series } from "../../server/contract/series.ts";
import { byText } from "../format/by-text.ts";
import { formatNumber } from "../format/number.ts";
import { describePeriod, describeWeekday } from "../format/period.ts";
import { fillText } from "../strings/fill-text.ts";
import { isGivenUp, missedPublications } from "./freshness.ts";
import { ownFrequency, periodOfRate } from "./read-rate.ts";
import type { Reader } from "./reader.ts";

/** That the newest figure of a series is older than it should be on `today`, the date first; `fresh` where it is not. */
export function staleChip(
  period: string,
  frequency: Frequency,
  today: string,
  reader: Reader,
  fresh: unknown = nothing,
) {
  const words = staleWords(period, frequency, today, reader);
  if (words === "") return fresh;
  return html`<span class="chip old number"><span aria-hidden="true">⚠ </span>${words}</span>`;
}

/** The same of the newest rate of a pair. */
export function staleRateChip(rate: Rate, reader: Reader, fresh: unknown = nothing) {
  const frequency = ownFrequency({ there: rate });
  const today = addDays(rate.date, rate.ageDays);
  return staleChip(periodOfRate(rate, frequency), frequency, today, reader, fresh);
}

/** The same of a stored series, as of now. A survey is not taken again when its period is over. */
export function staleSeriesChip({ frequency, lastPeriod, kind }: Series, reader: Reader) {
  if (lastPeriod === null || kind === "survey") return nothing;
  return staleChip(lastPeriod, frequency, isoDay(Date.now()), reader);
}

/** The same of the newest of several series. */
export function staleMeasureChip(series: readonly Series[], reader: Reader) {
  const [newest] = [...series].sort((a, b) => byText(lastDay(b), lastDay(a)));
  return newest ? staleSeriesChip(newest, reader) : nothing;
}

function lastDay({ lastPeriod }: Series): string {
  const read = readPeriod(lastPeriod ?? "");
  return read ? lastDayOf(read) : "";
}

/** The same as words; empty where the newest figure is as new as can be expected. */
export function staleWords(
  period: string,
  frequency: Frequency,
  today: string,
  { texts, locale }: Reader,
): string {
  const missed = missedPublications(period, frequency, today);
  if (missed === 0) return "";
  const date = frequency === "D" ? describeWeekday(period, locale) : describePeriod(period, locale);
  if (isGivenUp(missed, frequency)) return fillText(texts["stale.over"], { date });
  return fillText(texts["rate.late"], { date, count: formatNumber(missed, locale, 0) });
}
