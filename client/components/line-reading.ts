import { addDays, lastDayOf, readPeriod } from "../../server/contract/period.ts";
import type { FigureEvent } from "../chart/event-marks.ts";
import { type Dated, gapsIn, joinedDays, periodMs, toPoints } from "../chart/gaps.ts";
import { isUnderWay } from "../chart/line-shape.ts";
import type { Locale } from "../format/locale.ts";
import { describePeriod, describeSpan } from "../format/period.ts";
import { fillText } from "../strings/fill-text.ts";
import type { Strings } from "../strings/en.ts";
import { eventIndex, type Track } from "./line-picture.ts";

/** An observation in words: for the eye, and for a screen reader. */
export interface Reading {
  text: string;
  spoken: string;
}

/** For whom, and with which events around. */
export interface ReadingWish {
  texts: Strings;
  locale: Locale;
  events: readonly FigureEvent[];
  today: string | null;
}

const dayMs = 86_400_000;

/**
 * The read-out of a track's observation: what the page says of it, then what any chart must say: that it is not final
 * or not
 * of a whole period, that nobody published anything before it, which event fell on it.
 */
export function readTrack(track: Track, at: number, said: Reading, wish: ReadingWish): Reading {
  const notes = [
    statusNote(track.seen[at], wish),
    at === track.seen.length - 1 ? soFarNote(track.seen[at], wish) : null,
    gapNote(track, at, wish),
    ...eventNotes(track, at, wish),
  ].filter((note) => note !== null);
  return {
    text: [said.text, ...notes.map(({ text }) => text)].join(" · "),
    spoken: [said.spoken, ...notes.map(({ spoken }) => spoken)].join(", "),
  };
}

/** `so far (to 20 Nov)`, where the observation's period is not over; null where it is. */
function soFarNote(last: Dated | undefined, wish: ReadingWish): Reading | null {
  const { texts, locale, today } = wish;
  if (today === null || !isUnderWay(last, today)) return null;
  return both(fillText(texts["chart.soFar"], { date: describePeriod(today, locale, "short") }));
}

/** What the marks on the chart mean, one sentence each: a hollow end, breaks in the series, dots over gaps. */
export function markNotes(tracks: readonly Track[], read: Track, wish: ReadingWish): string[] {
  const { texts } = wish;
  const soFar = soFarNote(read.seen.at(-1), wish);
  return [
    ...(soFar ? [`${texts["chart.hollow"]}: ${soFar.text}.`] : []),
    ...tracks.map((one) => breakNote(one, wish)).filter((note) => note !== null),
    ...gapNotes(tracks.filter(hasGap), texts),
  ];
}

/** What counts as a gap, once for each frequency that has one. */
function gapNotes(gappy: readonly Track[], texts: Strings): string[] {
  const days = new Set(gappy.map(({ line }) => joinedDays[line.frequency]));
  return [...days].map((limit) => fillText(texts["chart.gaps"], { days: String(limit) }));
}

function hasGap({ line, shape }: Track): boolean {
  if (shape === "dots" || shape === "spans") return false;
  return gapsIn(toPoints(line.observations, line.frequency)).length > 0;
}

/** `‖ Kazakhstan, 2014: …`, where a series broke: what its mark on the chart means. */
function breakNote({ line, seen }: Track, { texts, locale }: ReadingWish): string | null {
  const periods = seen.flatMap(({ period, status }, i) =>
    status === "B" && i > 0 ? describePeriod(period, locale) : [],
  );
  if (periods.length === 0) return null;
  return fillText(texts["chart.break"], { name: line.name, periods: periods.join("; ") });
}

function statusNote(one: Dated | undefined, { texts }: ReadingWish): Reading | null {
  const status = one?.status ?? "A";
  return status === "A" ? null : both(texts[`status.${status}`]);
}

/** What nobody published between the observation before and this one. */
function gapNote({ line, seen, shape }: Track, at: number, wish: ReadingWish): Reading | null {
  const [before, now] = [seen[at - 1], seen[at]];
  if (!before || !now || shape === "dots" || shape === "spans") return null;
  const { observations, frequency } = line;
  const between = observations.slice(observations.indexOf(before), observations.indexOf(now) + 1);
  if (gapsIn(toPoints(between, frequency)).length === 0) return null;
  const days = (periodMs(now.period) - periodMs(before.period)) / dayMs;
  return {
    text: fillText(wish.texts["chart.noFigures"], { span: spanBetween(before, now, wish.locale) }),
    spoken: fillText(wish.texts["chart.gapSpoken"], { days: String(days) }),
  };
}

function spanBetween(before: Dated, now: Dated, locale: Locale): string {
  const [last, next] = [readPeriod(before.period), readPeriod(now.period)];
  if (!last || !next) return "";
  const [from, to] = [addDays(lastDayOf(last), 1), addDays(next.start, -1)];
  const isOneYear = from.slice(0, 4) === now.period.slice(0, 4);
  return describeSpan(from, to, locale, isOneYear ? "short" : "full");
}

/** The events that fall on the observation, or on the days before it that have none. */
function eventNotes(track: Track, at: number, { events, texts }: ReadingWish): Reading[] {
  return events.flatMap((event, i) => {
    if (eventIndex(track, event) !== at) return [];
    const number = String(i + 1);
    return [both(fillText(texts["chart.event"], { number, title: event.title }))];
  });
}

const both = (text: string): Reading => ({ text, spoken: text });
