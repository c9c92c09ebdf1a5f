import { describe, expect, it } from "vitest";
import {
  describeInstant,
  describePeriod,
  describeSpan,
  describeWeekday,
} from "../../../client/format/period.ts";
import { everyLocale } from "./every-locale.ts";
import tables from "./vectors/locale-tables.json" with { type: "json" };

const { en, ru, kk } = everyLocale;

describe.each(Object.values(everyLocale))("in $language", (locale) => {
  const table = tables[locale.language];

  it("the months and weekdays are those of the table", () => {
    expect(locale.monthsShort).toEqual(table.monthsShortFmt);
    expect(locale.monthsLong).toEqual(table.monthsLongFmt);
    expect(locale.monthsShortAlone).toEqual(table.monthsShortAlone);
    expect(locale.monthsLongAlone).toEqual(table.monthsLongAlone);
    expect(locale.weekdays).toEqual(table.wd);
  });

  it("describePeriod writes dates as the table does", () => {
    expect(describePeriod("2025-03-09", locale)).toBe(table.dmy);
    expect(describePeriod("2025-03-09", locale, "long")).toBe(table.long);
    expect(describePeriod("2025-03-09", locale, "short")).toBe(table.dm);
    expect(describePeriod("2025-03", locale)).toBe(table.my);
  });

  it("every frequency has its words, short and full, and a placeholder is never left", () => {
    for (const written of ["2026-11-20", "2026-W47", "2026-11", "2026-Q4", "2026-S2", "2026"])
      for (const width of ["full", "short", "long"] as const) {
        const text = describePeriod(written, locale, width);
        expect(text).not.toMatch(/[{}]|undefined|M0\d/);
        if (width !== "short") expect(text).toContain("2026");
      }
  });
});

it.each([
  ["2026-11-20", "20 Nov 2026", "20 Nov"],
  ["2026-W47", "Week 47, 2026", "Week 47"],
  ["2026-W01", "Week 1, 2026", "Week 1"], // begins on 29 December 2025
  ["2026-11", "Nov 2026", "Nov"],
  ["2026-Q4", "Q4 2026", "Q4"],
  ["2026-S2", "H2 2026", "H2"],
  ["2026-S1", "H1 2026", "H1"],
  ["2026", "2026", "2026"],
])("describePeriod(%s) is %s, and short %s", (written, full, short) => {
  expect(describePeriod(written, en)).toBe(full);
  expect(describePeriod(written, en, "short")).toBe(short);
});

it.each([
  ["ru", "4-й кв. 2026 г.", "2-е полугодие 2026 г."],
  ["kk", "2026 ж. IV тқс.", "2026 ж. II жартыжылдық"],
  ["ky", "2026-ж. 4-чейрек", "2026-ж. 2-жарым жылдык"],
  ["uz", "4-chorak, 2026", "2-yarim yillik, 2026"],
  ["tg", "Чоряки IV 2026", "Нимсолаи II 2026"],
  ["tk", "4-nji çärýek 2026", "2-nji ýarym ýyl 2026"],
] as const)("describePeriod in %s writes quarters and half-years", (language, quarter, half) => {
  expect(describePeriod("2026-Q4", everyLocale[language])).toBe(quarter);
  expect(describePeriod("2026-S2", everyLocale[language])).toBe(half);
});

it("describePeriod spells the month out when long", () => {
  expect(describePeriod("2025-03", en, "long")).toBe("March 2025");
  expect(describePeriod("2025-03", ru, "long")).toBe("март 2025 г.");
});

it.each(["2026-13", "2026-02-30", "09.03.2025", "", "2026-Q5"])(
  "describePeriod refuses %j",
  (written) => {
    expect(() => describePeriod(written, en)).toThrow(RangeError);
  },
);

it("describeWeekday has the weekday of the calendar day, wherever the reader is", () => {
  expect(describeWeekday("2026-11-20", en)).toBe("Fri 20 Nov 2026");
  expect(describeWeekday("2026-11-22", ru)).toBe("вс, 22 нояб. 2026 г.");
  expect(describeWeekday("2026-11-23", kk)).toBe("2026 ж. 23 қар., дс");
  expect(() => describeWeekday("2026-11-31", en)).toThrow(RangeError);
});

it("describeSpan joins two periods, and says one only once", () => {
  expect(describeSpan("2026-03-03", "2026-04-02", en, "short")).toBe("3 Mar–2 Apr");
  expect(describeSpan("2025-12-30", "2026-01-09", ru)).toBe("30 дек. 2025 г. – 9 янв. 2026 г.");
  expect(describeSpan("2026", "2026", en)).toBe("2026");
});

it("describeInstant is in UTC, to the minute", () => {
  expect(describeInstant("2026-11-20T23:59:59.999Z", en)).toBe("20 Nov 2026, 23:59 UTC");
  expect(describeInstant("2026-11-21T03:30:00+06:00", en)).toBe("20 Nov 2026, 21:30 UTC");
});
