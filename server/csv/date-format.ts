import { addDays, type Period, readPeriod } from "../contract/period.ts";
import { monthOf } from "./month-names.ts";

/** What each token of a form stands for; MMM is a name, YY a year from 1970 to 2069. */
const tokens: Readonly<Record<string, string>> = {
  YYYY: "(?<year>\\d{4})",
  YY: "(?<short>\\d{2})",
  MMMM: "(?<name>\\p{L}{3,10}\\.?)",
  MMM: "(?<name>\\p{L}{3,10}\\.?)",
  MM: "(?<month>\\d{2})",
  M: "(?<month>\\d{1,2})",
  DD: "(?<day>\\d{2})",
  D: "(?<day>\\d{1,2})",
  Q: "(?<quarter>[1-4])",
};

const token = /\[[^\]]*\]|YYYY|YY|MMMM|MMM|MM|M|DD|D|Q|[^A-Za-z[\]]+/g;

/** Kazakh, Kyrgyz and Russian put "year" behind it; exports put a time, and the written day is kept. */
const tail =
  "(?:\\s*(?:г|ж|й)\\.?)?(?:,?[T ]\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?(?:\\s?[AP]M)?(?:Z|[+-]\\d{2}:?\\d{2})?)?";

/** First day of the count of Excel's serial days, by the form's name. */
const serialEpochs: Readonly<Record<string, string>> = {
  EXCEL: "1899-12-30",
  "EXCEL-1904": "1904-01-01",
};

const serial = /^(\d{3,5})(?:\.\d+)?$/;

/** Reads the periods of one form; `form` matches every text of its shape, whichever digits stand there. */
export interface DateReader {
  form: RegExp;
  read: (text: string) => Period | null;
}

/**
 * A reader of periods in a form such as `DD.MM.YYYY`, `D MMM YYYY`, `MM/YYYY`, `[Q]Q YYYY` (letters in square brackets
 * stand for themselves), `EXCEL` or `EXCEL-1904` (serial days). Null for a form that is none.
 */
export function createDateReader(dateFormat: string): DateReader | null {
  const epoch = Object.hasOwn(serialEpochs, dateFormat) ? serialEpochs[dateFormat] : undefined;
  if (epoch !== undefined) return { form: serial, read: (text) => readSerial(text, epoch) };
  const parts = dateFormat.match(token) ?? [];
  if (parts.join("") !== dateFormat || !isWhole(parts)) return null;
  const form = new RegExp(`^${parts.map(toSource).join("")}${tail}$`, "iu");
  const read = (text: string) => {
    const groups = form.exec(text)?.groups;
    return groups ? readGroups(groups) : null;
  };
  return { form, read };
}

/** The order of day, month and year in a form: two forms of another order read the same text as another day. */
export function orderOf(dateFormat: string): string {
  const parts = dateFormat.match(token) ?? [];
  return parts.flatMap((part) => (part in tokens ? [part.slice(0, 1)] : [])).join("");
}

/** One year, at most one of each other part, no day without its month. */
function isWhole(parts: readonly string[]): boolean {
  const kinds = parts.flatMap((part) => (Object.hasOwn(tokens, part) ? [part.slice(0, 1)] : []));
  const order = [...kinds].sort().join("");
  return ["DMY", "MY", "QY", "Y"].includes(order);
}

function toSource(part: string): string {
  if (Object.hasOwn(tokens, part)) return tokens[part] ?? "";
  const text = part.startsWith("[") ? part.slice(1, -1) : part;
  return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&").replace(/\s+/g, "\\s+");
}

function readGroups(groups: Readonly<Record<string, string | undefined>>): Period | null {
  const { short, name, day, quarter } = groups;
  const year = groups.year ?? fullYear(short ?? "");
  if (quarter !== undefined) return readPeriod(`${year}-Q${quarter}`);
  const named = name === undefined ? groups.month : monthOf(name);
  if (named === null) return null;
  if (named === undefined) return readPeriod(year);
  const month = `${year}-${String(named).padStart(2, "0")}`;
  return readPeriod(day === undefined ? month : `${month}-${day.padStart(2, "0")}`);
}

function fullYear(short: string): string {
  return `${Number(short) < 70 ? "20" : "19"}${short}`;
}

/** Excel counts a 29 February 1900 that never was: serials up to it are not to be trusted. */
function readSerial(text: string, epoch: string): Period | null {
  const [, days = ""] = serial.exec(text) ?? [];
  if (days === "" || Number(days) <= 60) return null;
  return { start: addDays(epoch, Number(days)), frequency: "D" };
}
