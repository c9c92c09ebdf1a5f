/** An event on a chart; `end` is null for a single day, and a lower `rank` matters more. */
export interface FigureEvent {
  start: string;
  end: string | null;
  title: string;
  rank?: number;
}

/** A circle at the top of a chart: where it stands, in pixels, and the numbers in it. */
export interface EventMark {
  x: number;
  text: string;
}

/** An event with its number: its place in the list that the page prints, from 1. */
export interface NumberedEvent extends FigureEvent {
  number: number;
}

const apart = 20;

/** The events between two moments (milliseconds UTC) that matter most: by rank, then the newest; oldest first. */
export function chosenEvents(
  events: readonly FigureEvent[],
  from: number,
  to: number,
  most: number,
): NumberedEvent[] {
  return events
    .map((event, i) => ({ ...event, number: i + 1 }))
    .filter(({ start, end }) => Date.parse(end ?? start) >= from && Date.parse(start) <= to)
    .sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || b.number - a.number)
    .slice(0, most)
    .sort((a, b) => a.number - b.number);
}

/** Circles for events that stand at these pixels, ascending; those closer than 20 px are one: `2–4`, or `2, 5`. */
export function mergeMarks(placed: readonly { x: number; number: number }[]): EventMark[] {
  const groups: { x: number; number: number }[][] = [];
  for (const one of [...placed].sort((a, b) => a.x - b.x)) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    if (group && before && one.x - before.x < apart) group.push(one);
    else groups.push([one]);
  }
  return groups.map((group) => ({
    x: group.reduce((sum, { x }) => sum + x, 0) / group.length,
    text: numbersText(group.map(({ number }) => number).sort((a, b) => a - b)),
  }));
}

function numbersText(numbers: readonly number[]): string {
  const [first = 0] = numbers;
  const last = numbers.at(-1) ?? first;
  if (numbers.length === 1) return String(first);
  return last - first === numbers.length - 1 ? `${first}–${last}` : numbers.join(", ");
}
