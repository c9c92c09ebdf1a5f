/** A time with its offset from UTC, or `Z`, at the end of a text. */
const time =
  /[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s?([AP]M)?(?:(Z)|([+-])(\d{2}):?(\d{2}))$/i;

/** Whether a text is a moment: it ends with a time and its offset from UTC. */
export function isMoment(text: string): boolean {
  return time.test(text);
}

/**
 * A reader of the calendar day (`YYYY-MM-DD`) that it was in a time zone at the moment that a text writes, given the
 * day that is written there; the written day itself for a text that is no moment. Null for an unknown zone.
 */
export function createZoneDay(zone: string): ((text: string, day: string) => string) | null {
  const calendar = createCalendar(zone);
  if (!calendar) return null;
  return (text, day) => {
    const match = time.exec(text);
    return match ? dayAt(Date.parse(day) + sinceMidnight(match), calendar) : day;
  };
}

function createCalendar(timeZone: string): Intl.DateTimeFormat | null {
  try {
    const parts = { year: "numeric", month: "2-digit", day: "2-digit" } as const;
    return new Intl.DateTimeFormat("en-u-ca-iso8601-nu-latn", { timeZone, ...parts });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Milliseconds from midnight UTC of the written day to the moment. */
function sinceMidnight(match: RegExpExecArray): number {
  const [, hours, minutes, seconds = "0", half = "", , sign, ahead = "0", more = "0"] = match;
  const hour = half === "" ? Number(hours) : (Number(hours) % 12) + (/^p/i.test(half) ? 12 : 0);
  const offset = (Number(ahead) * 60 + Number(more)) * (sign === "-" ? -1 : 1);
  return ((hour * 60 + Number(minutes) - offset) * 60 + Number(seconds)) * 1000;
}

function dayAt(moment: number, calendar: Intl.DateTimeFormat): string {
  const parts = calendar.formatToParts(moment);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? "";
  return `${part("year").padStart(4, "0")}-${part("month")}-${part("day")}`;
}
