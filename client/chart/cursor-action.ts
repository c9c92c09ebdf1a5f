import { isoDay, type Frequency } from "../../server/contract/period.ts";
import { cursorKeys, moveCursor, nearestIndex } from "./cursor.ts";

/** The bounds of a range that the reader asks for, as days. */
export interface DaySpan {
  from: string;
  to: string;
}

/** What a reader may ask of the page by a key: the figures as a table, the other direction, the other scale. */
export type FigureChoice = "table" | "direction" | "scale";

/** What a key does to a chart of lines. */
export type CursorAction =
  | { kind: "move"; line: number; at: number }
  | { kind: "focus"; line: number; at: number }
  | { kind: "range"; span: DaySpan | null }
  | { kind: "choice"; choice: FigureChoice }
  | { kind: "pin" }
  | { kind: "keys" }
  | { kind: "release" };

/** Where the cursor stands: on which line, at which of its moments (milliseconds UTC, ascending). */
export interface CursorPlace {
  lines: readonly { moments: readonly number[]; frequency: Frequency }[];
  line: number;
  at: number;
  /** The moments of the line that events fall on, in any order. */
  events: readonly number[];
}

/** A key as the browser tells it: `code` is its place, for letters that a Cyrillic layout writes otherwise. */
export interface KeyPress {
  key: string;
  code: string;
}

const choices: Readonly<Record<string, FigureChoice>> = {
  KeyT: "table",
  KeyI: "direction",
  KeyL: "scale",
};
const dayMs = 86_400_000;
const leastRange = 7 * dayMs;

/** What this key does; null for a key that is the page's. */
export function cursorAction({ key, code }: KeyPress, place: CursorPlace): CursorAction | null {
  const current = place.lines[place.line];
  if (!current) return null;
  const move = cursorKeys[key];
  if (move) {
    const at = moveCursor(current.moments, place.at, move, current.frequency);
    return { kind: "move", line: place.line, at };
  }
  const event = eventStep(key, code);
  if (event !== 0) return toEvent(event, place, current.moments);
  return plainAction(key, place) ?? rangeAction(key, place) ?? choiceAction(code);
}

function plainAction(key: string, place: CursorPlace): CursorAction | null {
  switch (key) {
    case "ArrowUp":
      return toLine(-1, place);
    case "ArrowDown":
      return toLine(1, place);
    case "Enter":
      return { kind: "pin" };
    case "Escape":
      return { kind: "release" };
    case "?":
      return { kind: "keys" };
    default:
      return null;
  }
}

function choiceAction(code: string): CursorAction | null {
  const choice = choices[code];
  return choice === undefined ? null : { kind: "choice", choice };
}

/** The neighbouring line, at the same date as far as it has one. */
function toLine(step: number, { lines, line, at }: CursorPlace): CursorAction {
  const moment = lines[line]?.moments[at] ?? 0;
  const next = (line + step + lines.length) % lines.length;
  return { kind: "focus", line: next, at: nearestIndex(lines[next]?.moments ?? [], moment) };
}

function eventStep(key: string, code: string): -1 | 0 | 1 {
  if (key === "[" || code === "BracketLeft") return -1;
  return key === "]" || code === "BracketRight" ? 1 : 0;
}

/** The first observation on or after the next event, or the one before; the cursor stays where there is none. */
function toEvent(
  step: -1 | 1,
  { events, line, at }: CursorPlace,
  moments: readonly number[],
): CursorAction {
  const places = events
    .map((event) => moments.findIndex((moment) => moment >= event))
    .filter((i) => i >= 0 && (step < 0 ? i < at : i > at));
  const found = step < 0 ? Math.max(-1, ...places) : Math.min(Infinity, ...places);
  return { kind: "move", line, at: places.includes(found) ? found : at };
}

/** Half or double the range around the cursor; narrower than a week it does not get. */
function rangeAction(key: string, { lines, line, at }: CursorPlace): CursorAction | null {
  if (key === "0") return { kind: "range", span: null };
  const isNarrower = key === "+" || key === "=";
  const isWider = key === "-" || key === "−" || key === "_";
  if (!isNarrower && !isWider) return null;
  const ends = lines.flatMap(({ moments }) => [moments[0] ?? 0, moments.at(-1) ?? 0]);
  const [first, last] = [Math.min(...ends), Math.max(...ends)];
  const centre = lines[line]?.moments[at] ?? last;
  const half = Math.max(leastRange, isNarrower ? (last - first) / 2 : (last - first) * 2) / 2;
  const [from, to] = [centre - half, centre + half];
  const span = isNarrower ? [Math.max(first, from), Math.min(last, to)] : [from, to];
  return {
    kind: "range",
    span: { from: isoDay(span[0] ?? from), to: isoDay(span[1] ?? to) },
  };
}
