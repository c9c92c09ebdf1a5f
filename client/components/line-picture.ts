import type { Frequency } from "../../server/contract/period.ts";
import { type Dated, toPoints } from "../chart/gaps.ts";
import { lineConfig } from "../chart/line-config.ts";
import type { Picture } from "../chart/picture.ts";
import type { TimeTick } from "../chart/time-axis.ts";
import type { Locale } from "../format/locale.ts";
import { describePeriod } from "../format/period.ts";
import { formatTick } from "../format/tick.ts";

/** One line of a figure; `label` is written at its end, `name` says in full whose it is. */
export interface FigureLine {
  code: string;
  label: string;
  name: string;
  /** The last value as text, for the list that stands for the labels on a small screen. */
  latest: string;
  frequency: Frequency;
  observations: readonly Dated[];
}

/** The picture of some lines, its axes in the reader's words; values are multiplied by `nominal`. */
export function linePicture(
  lines: readonly FigureLine[],
  nominal: number,
  locale: Locale,
): Picture {
  const drawn = lines.map(({ code, label, frequency, observations }) => ({
    code,
    label,
    points: toPoints(observations, frequency, nominal),
  }));
  const words = {
    value: (value: number, step: number) => formatTick(value, locale, step),
    time: (tick: TimeTick) => timeText(tick, locale),
  };
  return (surroundings) => lineConfig(drawn, words, surroundings);
}

function timeText({ day, form }: TimeTick, locale: Locale): string {
  switch (form) {
    case "day-month":
      return describePeriod(day, locale, "short");
    case "month":
      return describePeriod(day.slice(0, 7), locale, "short");
    case "month-year":
      return describePeriod(day.slice(0, 7), locale);
    case "year":
      return day.slice(0, 4);
  }
}
