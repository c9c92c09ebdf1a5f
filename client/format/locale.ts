import type { Language } from "../../server/contract/language.ts";

/** Twelve names, January first. */
type Months = readonly [
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
];

/** Seven names, Monday first. */
type Weekdays = readonly [string, string, string, string, string, string, string];

/** The Russian word for per cent by what stands before it: 1, 2–4, 5–20, a decimal fraction. */
export interface PercentForms {
  readonly one: string;
  readonly few: string;
  readonly many: string;
  readonly fraction: string;
}

/**
 * What one language needs for numbers, changes and periods. Facts only; `ux.md` 3.4 and CLDR rule.
 * In date patterns `{d}` is the day, `{y}` the year, `{short}` and `{long}` the month inside a date,
 * `{shortAlone}` and `{longAlone}` the month by itself, `{n}` the number of a week, quarter or half-year,
 * and `{roman}` the same in Roman numerals.
 */
export interface Locale {
  readonly language: Language;
  /** Between thousands. */
  readonly group: string;
  readonly decimal: string;
  /** What follows a number: the sign with its space, if the language puts one. */
  readonly percent: string;
  /** What follows a difference of two percentages, with its space. */
  readonly points: string;
  /** The scale words after a shortened amount, with their space. */
  readonly scales: {
    readonly million: string;
    readonly billion: string;
    readonly trillion: string;
  };
  readonly monthsShort: Months;
  readonly monthsLong: Months;
  readonly monthsShortAlone: Months;
  readonly monthsLongAlone: Months;
  readonly weekdays: Weekdays;
  readonly dates: {
    readonly dayMonthYear: string;
    readonly dayMonthYearLong: string;
    readonly dayMonth: string;
    readonly monthYear: string;
    readonly monthYearLong: string;
    /** `{weekday}` and `{date}`. */
    readonly weekdayDate: string;
    readonly week: string;
    readonly weekYear: string;
    readonly quarter: string;
    readonly quarterYear: string;
    readonly half: string;
    readonly halfYear: string;
    /** `{from}` and `{to}`. */
    readonly span: string;
  };
  /** `{low}` and `{high}`, of which one is below zero, so that a dash would read as a minus. */
  readonly negativeRange: string;
  readonly words: {
    readonly fixed: string;
    readonly unchanged: string;
    readonly noEarlier: string;
    /** `{amount}` is one of the amounts below. */
    readonly up: string;
    readonly down: string;
    /** `{n}` is the number, `{percent}` the word for per cent in the form that the number asks for. */
    readonly percent: string;
    readonly byPercent: string;
    readonly byPoints: string;
    readonly byNumber: string;
    readonly lessThanPercent: string;
    readonly lessThanPoints: string;
    readonly lessThanNumber: string;
  };
  /** Only where the word for per cent changes with the number. */
  readonly percentForms?: PercentForms;
}
