const freshSeconds = 300;
const staleSeconds = 86_400;

/** What the address does not tell of a question; every cacheable answer names it. */
export const varyingHeaders = "Accept, Accept-Encoding, Accept-Language";

/**
 * The `Cache-Control` of an answer, how long a cache may keep it: for ever where it never changes; until the UTC day
 * ends where it is of the day that `until` lies in; else for five minutes, and for a day while it is asked for anew.
 */
export function freshness({ forever, until }: { forever: boolean; until: Date | null }): string {
  if (forever) return "public, max-age=31536000, immutable";
  const left = until ? secondsLeft(until) : Infinity;
  const fresh = Math.min(freshSeconds, left);
  const stale = Math.min(staleSeconds, left - fresh);
  return `public, max-age=${fresh}, stale-while-revalidate=${stale}`;
}

/** Whole seconds until the UTC day ends. */
function secondsLeft(moment: Date): number {
  return Math.floor((86_400_000 - (moment.getTime() % 86_400_000)) / 1000);
}
