import { addDays, isoDay } from "../../server/contract/period.ts";

/** What a key does to the cursor of a time chart. */
export type CursorMove = "back" | "on" | "first" | "last" | "jump-back" | "jump-on";

/** The moves by the key that asks for them; other keys are the page's. */
export const cursorKeys: Readonly<Record<string, CursorMove>> = {
  ArrowLeft: "back",
  ArrowRight: "on",
  Home: "first",
  End: "last",
  PageUp: "jump-back",
  PageDown: "jump-on",
};

const jumpDays = { D: 30, W: 30, M: 365, Q: 365, S: 365, A: 3652 } as const;

/** The index after a move among observations at these moments (milliseconds UTC, ascending); never outside them. */
export function moveCursor(
  moments: readonly number[],
  at: number,
  move: CursorMove,
  frequency: keyof typeof jumpDays,
): number {
  const last = moments.length - 1;
  switch (move) {
    case "back":
      return Math.max(0, at - 1);
    case "on":
      return Math.min(last, at + 1);
    case "first":
      return 0;
    case "last":
      return last;
    case "jump-back":
      return jumped(moments, at, -jumpDays[frequency]);
    case "jump-on":
      return jumped(moments, at, jumpDays[frequency]);
  }
}

/** The index of the moment nearest to `wanted`; −1 when there is none. */
export function nearestIndex(moments: readonly number[], wanted: number): number {
  let nearest = -1;
  let distance = Infinity;
  moments.forEach((moment, i) => {
    if (Math.abs(moment - wanted) < distance) [nearest, distance] = [i, Math.abs(moment - wanted)];
  });
  return nearest;
}

/** The nearest observation that far away, but at least the neighbour. */
function jumped(moments: readonly number[], at: number, days: number): number {
  const from = moments[at] ?? 0;
  const nearest = nearestIndex(moments, Date.parse(addDays(isoDay(from), days)));
  const neighbour = at + Math.sign(days);
  const found = days < 0 ? Math.min(nearest, neighbour) : Math.max(nearest, neighbour);
  return Math.min(moments.length - 1, Math.max(0, found));
}
