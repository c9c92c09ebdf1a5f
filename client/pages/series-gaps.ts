import { formatPeriod, isoDay } from "../../server/contract/period.ts";
import type { Observations } from "../../server/contract/observation.ts";
import { gapsIn, toPoints } from "../chart/gaps.ts";

/** A stretch without figures: the periods on its two sides, which have one. */
export interface KnownGap {
  after: string;
  before: string;
}

/** Where a series has no figures for longer than its frequency explains, newest first. */
export function gapsOf({ observations, frequency }: Observations): KnownGap[] {
  const periodAt = (ms: number) => formatPeriod(isoDay(ms), frequency);
  return gapsIn(toPoints(observations, frequency))
    .map(({ from, to }) => ({ after: periodAt(from.x), before: periodAt(to.x) }))
    .reverse();
}
