import type { Observation } from "../../server/contract/observation.ts";
import { daysBetween, type Frequency } from "../../server/contract/period.ts";
import { extremesOf } from "../chart/extremes.ts";
import { gapsIn, toPoints } from "../chart/gaps.ts";
import type { ListedEvent } from "../components/kurs-event-list.ts";
import { formatChange } from "../format/change.ts";
import { formatPointDifference } from "../format/difference.ts";
import { formatNumber } from "../format/number.ts";
import type { Locale } from "../format/locale.ts";
import { describePeriod, describeSpan } from "../format/period.ts";
import { formatNominal } from "../format/rate.ts";
import { fillText } from "../strings/fill-text.ts";
import { changeText, verbOf } from "./comparison-value.ts";
import { eventNear, largestMove, type Move, nearDays } from "./rate-moves.ts";
import { figureText, type ShownRates, unitWords } from "./rate-words.ts";
import type { Reader } from "./reader.ts";

/** From a Friday's rate to the Tuesday's after a holiday. */
const weekendDays = 4;

/** What the chart shows, in three sentences; empty where there is nothing. */
export function summaryWords(shown: ShownRates, reader: Reader): string {
  const { texts, locale } = reader;
  const { observations, frequency } = shown.answer;
  const found = extremesOf(observations);
  if (!found) return "";
  const seen = observations.filter(({ value }) => value !== null);
  const figure = (observation: Observation) => figureText(observation, shown, reader);
  const day = ({ period }: Observation) => describePeriod(period, locale);
  return [
    movedWords(found, shown, reader),
    fillText(texts[frequency === "D" ? "summary.extremes" : "summary.extremesIn"], {
      high: figure(found.high),
      highDate: day(found.high),
      low: figure(found.low),
      lowDate: day(found.low),
    }),
    fillText(texts["summary.counts"], {
      count: formatNumber(seen.length, locale, 0),
      gaps: formatNumber(gapsIn(toPoints(observations, frequency)).length, locale, 0),
    }),
  ].join(" ");
}

const verbs = { Rose: "rose", Fell: "fell", Almost: "almost", Flat: "flat" } as const;

function movedWords(
  { first, last }: { first: Observation; last: Observation },
  shown: ShownRates,
  reader: Reader,
): string {
  const { texts, locale } = reader;
  const { as, pair, nominal } = shown;
  const compare = as === "yoy" ? formatPointDifference : formatChange;
  const change = compare(first.value, last.value, locale);
  const verb = verbOf(change, first, last);
  const values = {
    from: describePeriod(first.period, locale),
    to: describePeriod(last.period, locale),
    first: figureText(first, shown, reader),
    last: figureText(last, shown, reader),
    change: changeText(change),
  };
  if (as === "level") {
    const base = `${formatNominal(nominal, locale)} ${pair.base}`;
    return fillText(texts[`summary.${verbs[verb]}`], { ...values, base, quote: pair.quote });
  }
  return fillText(texts[`summary.series${verb}`], { ...values, name: unitWords(shown, reader) });
}

/** The day of a move; where nobody published for days before it, those between which it came. */
function spanOfMove({ before, now }: Move, frequency: Frequency, locale: Locale): string {
  const isLong = frequency === "D" && daysBetween(before.period, now.period) > weekendDays;
  return describeSpan(isLong ? before.period : now.period, now.period, locale);
}

/** The largest move of what is shown, and which event of the list was near; empty where nothing moved, or changes are shown. */
export function largestMoveWords(
  shown: ShownRates,
  events: readonly ListedEvent[] | undefined,
  reader: Reader,
): string {
  const { texts, locale } = reader;
  const move = shown.as === "yoy" ? null : largestMove(shown.answer.observations);
  if (!move) return "";
  const { before, now } = move;
  const told = fillText(texts["rate.largest"], {
    change: changeText(formatChange(before.value, now.value, locale)),
    date: spanOfMove(move, shown.answer.frequency, locale),
    first: figureText(before, shown, reader),
    last: figureText(now, shown, reader),
  });
  if (!events) return told;
  const near = eventNear(move, events);
  if (!near) return `${told} ${fillText(texts["rate.noEvent"], { days: String(nearDays) })}`;
  const { start, end, title } = near.event;
  const around = fillText(texts["rate.nearEvent"], {
    number: String(near.number),
    title,
    date: describeSpan(start, end ?? start, locale),
  });
  return `${told} ${around}`;
}
