import { html, nothing } from "lit";
import { addDays, readPeriod } from "../../server/contract/period.ts";
import type { Source } from "../../server/contract/source.ts";
import { describePeriod } from "../format/period.ts";
import { fillText } from "../strings/fill-text.ts";
import type { RateReading } from "./read-rate.ts";
import type { Reader } from "./reader.ts";
import { yearsBefore } from "./time-span.ts";

/** The days within which a source's first rate is no matter: a range may begin on a holiday. */
const slack = 15;

/**
 * Of a source that is new, and shown as it ranks first: the source with the longest history of those that rank best and
 * were there when what is shown begins. Null where the one shown has a year, or all that is asked for.
 */
export function fullerSource(
  reading: RateReading,
  start: string | null,
): { since: string; other: Source; otherSince: string } | null {
  const { there, sources } = reading;
  const since = beginOf(reading, there.source);
  const yearAgo = yearsBefore(there.date, 1);
  const asked = readPeriod(start ?? "")?.start ?? yearAgo;
  if (since === null || since <= yearAgo || since <= addDays(asked, slack)) return null;
  const others = sources.flatMap((other) => {
    const begin = other.code === there.source ? null : beginOf(reading, other.code);
    return begin === null || begin >= addDays(since, -slack) ? [] : { other, otherSince: begin };
  });
  const [best] = others.sort((a, b) => a.other.rank - b.other.rank);
  return best ? { since, ...best } : null;
}

/** The day since which a source quotes both currencies of a pair; null where it does not. */
export function beginOf({ pair, currencies }: RateReading, source: string): string | null {
  const starts = [pair.base, pair.quote].map(
    (code) =>
      currencies
        .find((currency) => currency.code === code)
        ?.quotedBy.find((one) => one.source === source)?.since,
  );
  const known = starts.filter((start) => start !== undefined).sort();
  return known.length < starts.length ? null : (known.at(-1) ?? null);
}

/** That the source shown is new, with a link to one that has more; nothing where it is not, or the reader chose it. */
export function fullerNote(
  reading: RateReading,
  { source, start }: { source: string | null; start: string | null },
  hrefOf: (source: string) => string,
  { texts, locale }: Reader,
) {
  const found = source === null ? fullerSource(reading, start) : null;
  if (!found) return nothing;
  const { since, other, otherSince } = found;
  const own = reading.sources.find(({ code }) => code === reading.there.source);
  const begins = fillText(texts["rate.begins"], {
    source: own?.name ?? reading.there.source,
    date: describePeriod(since, locale),
  });
  const date = describePeriod(otherSince, locale);
  return html`<p class="quiet">
    ${begins}
    <a href=${hrefOf(other.code)}
      >${fillText(texts["rate.fuller"], { source: other.name, date })}</a
    >
  </p>`;
}
