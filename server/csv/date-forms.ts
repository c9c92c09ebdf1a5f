import type { Period } from "../contract/period.ts";
import { createDateReader, orderOf } from "./date-format.ts";
import { readWritten } from "./read-period.ts";

/** A form that a column of periods may have. */
export interface DateForm {
  /** As a mapping names it; null for periods as SDMX writes them. */
  format: string | null;
  /** `DMY`, `MDY`, …: forms of another order mean other days by the same text. */
  order: string;
  /** Never taken by itself, whatever the rows say: its reader must choose it. */
  onlyAsked: boolean;
  /** What texts of this form look like; null for any. */
  form: RegExp | null;
  read: (text: string) => Period | null;
}

const taken = `
YYYY-M-D YYYY.MM.DD YYYY.M.D YYYY/MM/DD YYYY/M/D YYYYMMDD DD.MM.YYYY D.M.YYYY DD/MM/YYYY D/M/YYYY
MM/DD/YYYY M/D/YYYY DD-MM-YYYY D-M-YYYY MM-DD-YYYY M-D-YYYY DDMMYYYY MMDDYYYY D-MMM-YYYY D.MMM.YYYY D/MMM/YYYY
MMM-D-YYYY DMMMYYYY MMM-YYYY MMM/YYYY MMM.YYYY YYYY-MMM MM.YYYY M.YYYY MM/YYYY M/YYYY MM-YYYY YYYY/MM YYYY.MM YYYYMM
YYYY[M]MM[D]DD [Q]Q-YYYY [Q]Q/YYYY [Q]QYYYY Q[Q]YYYY Q[Q]-YYYY`
  .trim()
  .split(/\s+/);
const spaced = [
  "D MMM YYYY",
  "D MMM, YYYY",
  "MMM D, YYYY",
  "MMM D YYYY",
  "D-MMM, YYYY",
  "D. MMM YYYY",
  "D. M. YYYY",
  "YYYY MMM D",
  "YYYY [ж.] D MMM",
  "YYYY[-ж.], D-MMM",
  "MMM YYYY",
  "YYYY MMM",
  "[Q]Q YYYY",
  "YYYY [Q]Q",
  "Q[Q] YYYY",
  "Q [кв.] YYYY",
];
/** A year of two digits, a day before its month in what looks like ISO, and Excel's serial days. */
const asked = `
YYYY-DD-MM DD.MM.YY D.M.YY DD/MM/YY MM/DD/YY D/M/YY M/D/YY DD-MM-YY MM-DD-YY D-MMM-YY MMM-YY D.MMM.YY D/MMM/YY EXCEL EXCEL-1904`
  .trim()
  .split(/\s+/);

/** Every form that Kurs looks for, likeliest first. */
export const dateForms: readonly DateForm[] = [
  { format: null, order: "YMD", onlyAsked: false, form: null, read: readWritten },
  ...[...taken, ...spaced].map((format) => toForm(format, false)),
  ...[...asked, "D MMM YY"].map((format) => toForm(format, true)),
];

function toForm(format: string, onlyAsked: boolean): DateForm {
  const reader = createDateReader(format);
  if (!reader) throw new Error(`${format} is no form of dates`);
  const read = plausible(reader.read, format);
  const order = format.startsWith("EXCEL") ? format : orderOf(format);
  return { format, order, onlyAsked, form: reader.form, read };
}

/** Digits can be read in many ways; a column of days lies between these years, and in Excel's numbers since 1954. */
function plausible(read: DateForm["read"], format: string): DateForm["read"] {
  const isSerial = format.startsWith("EXCEL");
  return (text) => {
    if (isSerial && !/^[2-5]\d{4}(?:\.\d+)?$/.test(text)) return null;
    const period = read(text);
    return period && period.start > "1700" && period.start < "2200" ? period : null;
  };
}

const byShape = new Map<string, readonly DateForm[]>();

/** No text of more letters is a period. */
export const longestDate = 40;

/** The forms in which a text is a period. */
export function formsOf(text: string): readonly DateForm[] {
  if (text.length < 3 || text.length > longestDate) return [];
  const shape = text.replace(/\d/g, "1");
  return formsOfShape(shape).filter(({ read }) => read(text) !== null);
}

/** Whether a text is a period in some form. */
export function isDated(text: string): boolean {
  return formsOf(text).length > 0;
}

/** A shape keeps everything but which digits stand there, so that few forms are left to try on each text. */
function formsOfShape(shape: string): readonly DateForm[] {
  const known = byShape.get(shape);
  if (known) return known;
  const found = dateForms.filter(({ form }) => form === null || form.test(shape));
  if (byShape.size > 2_000) byShape.clear();
  byShape.set(shape, found);
  return found;
}
