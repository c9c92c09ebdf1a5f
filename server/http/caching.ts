import type { Response } from "express";

const freshSeconds = 300;
const staleSeconds = 86_400;

/**
 * Says how long a cache may keep an answer: for ever where it never changes; until the UTC day ends where it is of the
 * day that `until` lies in; else for five minutes, and for a day while it is asked for anew.
 */
export function setCaching(
  res: Response,
  { forever, until }: { forever: boolean; until: Date | null },
): void {
  res.vary("Accept, Accept-Encoding, Accept-Language");
  res.set("Cache-Control", forever ? "public, max-age=31536000, immutable" : passing(until));
}

function passing(day: Date | null): string {
  const left = day ? secondsLeft(day) : Infinity;
  const fresh = Math.min(freshSeconds, left);
  const stale = Math.min(staleSeconds, left - fresh);
  return `public, max-age=${fresh}, stale-while-revalidate=${stale}`;
}

/** Whole seconds until the UTC day ends. */
function secondsLeft(moment: Date): number {
  return Math.floor((86_400_000 - (moment.getTime() % 86_400_000)) / 1000);
}
