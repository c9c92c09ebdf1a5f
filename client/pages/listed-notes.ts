import type { ListedEvent } from "../components/kurs-event-list.ts";
import type { Locale } from "../format/locale.ts";
import { describeSpan } from "../format/period.ts";

/** The words of a picture's numbered events, a line each: `1. The sum is floated (5 Sep 2017)`. */
export function listedNotes(events: readonly ListedEvent[], locale: Locale): string[] {
  return events.map(
    ({ start, end, title }, i) =>
      `${i + 1}. ${title} (${describeSpan(start, end ?? start, locale)})`,
  );
}
