import type { Dated } from "../../../client/chart/gaps.ts";
import type { KursLineFigure } from "../../../client/components/kurs-line-figure.ts";
import type { DotRow } from "../../../client/components/kurs-dot-list.ts";
import type { FigureLine } from "../../../client/components/line-picture.ts";
import { addDays } from "../../../server/contract/period.ts";

const weekday = (day: string) => ![0, 6].includes(new Date(day).getUTCDay());

/** Working days from one day on, `valueOf` of each. */
function daily(from: string, days: number, valueOf: (i: number) => number): Dated[] {
  return Array.from({ length: days }, (_, i) => ({
    period: addDays(from, i),
    value: valueOf(i),
  })).filter(({ period }) => weekday(period));
}

const wave =
  (level: number, share: number, phase = 0) =>
  (i: number) =>
    level * (1 + share * Math.sin(i / 17 + phase) + (share / 3) * Math.sin(i / 3.1 + phase));

function line(
  code: string,
  observations: readonly Dated[],
  more: Partial<FigureLine> = {},
): FigureLine {
  const latest = String(Number((observations.at(-1)?.value ?? 0).toPrecision(5)));
  return { code, label: code, name: code, latest, frequency: "D", observations, ...more };
}

const without = (list: readonly Dated[], from: string, to: string) =>
  list.filter(({ period }) => period < from || period > to);

/** 2026-03-02 to 2026-03-31 nobody published; from 13 to 21 June there was a holiday. */
const withHoles = without(
  without(daily("2025-11-20", 366, wave(87.4, 0.01)), "2026-03-02", "2026-03-31"),
  "2026-06-13",
  "2026-06-21",
);

const sum2017 = [
  ...daily("2017-03-01", 188, (i) => 3600 + i * 3.25),
  ...daily("2017-09-05", 150, (i) => 8100 + Math.sin(i / 9) * 40),
];

const five = ["KGS", "KZT", "TJS", "UZS", "TMT"];
const near = five.map((code, i) =>
  line(
    code,
    daily(
      "2025-11-20",
      366,
      (day) => 100 + Math.sin(day / 30 + i) * (8 - day / 46) + i * 0.02 * (day / 366),
    ),
    {
      change: `+${i}.86%`,
    },
  ),
);

const annual = (
  code: string,
  from: number,
  values: readonly (number | null)[],
  more: Partial<FigureLine> = {},
) =>
  line(
    code,
    values.map((value, i) => ({ period: String(from + i), value })),
    { frequency: "A", ...more },
  );

const event = (start: string, title: string, end: string | null = null, rank?: number) => ({
  start,
  end,
  title,
  ...(rank !== undefined && { rank }),
});

/** What the tests look at, by name. */
export const figures: Readonly<Record<string, Partial<KursLineFigure>>> = {
  hole: {
    lines: [line("KGS", withHoles)],
    events: [
      event("2026-01-14", "first"),
      event("2026-04-02", "second"),
      event("2026-04-09", "third"),
      event("2026-07-01", "a span", "2026-08-15"),
    ],
    today: "2026-11-20",
  },
  devaluation: {
    lines: [line("UZS", sum2017)],
    events: [event("2017-09-05", "The sum is floated")],
  },
  log: { lines: [line("UZS", sum2017)], scale: "log" },
  peg: {
    lines: [
      line(
        "TMT",
        daily("2025-11-20", 366, () => 3.5),
        { shape: "peg" },
      ),
    ],
  },
  step: {
    lines: [
      line(
        "KZ",
        [
          { period: "2024-01-15", value: 14.75 },
          { period: "2024-05-31", value: 14.5 },
          { period: "2024-11-29", value: 15.25 },
          { period: "2025-03-07", value: 16.5 },
          { period: "2025-10-13", value: 18 },
        ],
        { shape: "step", frequency: "A" },
      ),
    ],
  },
  near: { lines: near, base: "2025-11-20" },
  early: {
    lines: near.map((one, i) => ({
      ...one,
      observations: one.observations.filter(
        ({ period }) => period < (i < 3 ? `2026-06-1${i}` : "2026-11-21"),
      ),
    })),
    base: "2025-11-20",
  },
  breaks: {
    lines: [
      line("TMT", [
        ...daily("2008-10-01", 92, wave(14_250, 0.002)).map((one) => ({
          ...one,
          value: one.value! / 5000,
        })),
        ...daily("2009-01-01", 120, wave(2.86, 0.004)).map((one, i) =>
          i === 0 ? { ...one, status: "B" as const } : one,
        ),
      ]),
    ],
  },
  many: {
    lines: ["KGS", "KZT", "TJS", "UZS", "TMT", "RUB", "CNY", "EUR"].map((code, i) =>
      line(code, daily("2025-11-20", 366, wave(100 + i, 0.03, i)), { change: "+1.20%" }),
    ),
  },
  negative: {
    lines: [annual("KZ", 2010, [-120, -53, 12, 80, -20, -160, null, -90, 30, 44, 61, -15])],
    scale: "log",
  },
  tiny: { lines: [line("UZS", daily("2025-11-20", 366, wave(0.00008, 0.004)))] },
  panels: {
    lines: [
      line("KGS", daily("2021-01-01", 1800, wave(87, 0.05)), {
        unit: "KGS",
        unitTitle: "KGS per USD",
      }),
      annual("KG", 2020, [5100, 5600, 9800, 12400, 12100, 13000], {
        unit: "USD",
        unitTitle: "million US dollars",
        label: "Imports",
        name: "Imports",
      }),
    ],
  },
  spans: {
    lines: [
      line("KGS", daily("2023-01-01", 1000, wave(87, 0.02))),
      annual("KZ", 2023, [86, 88, 87.4]),
      annual("TJ", 2022, [88, 86.5, 87.9], { shape: "dots" }),
    ],
  },
  marks: {
    lines: [
      line(
        "KG",
        Array.from({ length: 30 }, (_, i) => ({
          period: addDays("2024-06-15", i * 30.4375 - ((i * 30.4375) % 1)).slice(0, 7),
          value: 5 + Math.sin(i / 4),
          ...(i >= 25 && { status: "F" as const }),
          ...(i >= 22 && i < 25 && { status: "P" as const }),
        })),
        { frequency: "M" },
      ),
    ],
    today: "2026-07-10",
  },
  soFar: {
    lines: [
      line(
        "KGS",
        ["2026-06", "2026-07", "2026-08", "2026-09", "2026-10", "2026-11"].map((period, i) => ({
          period,
          value: 87 + i / 7,
          count: 20,
        })),
        { frequency: "M" },
      ),
    ],
    today: "2026-11-20",
  },
  month: {
    lines: [
      line(
        "KGS",
        daily("2026-10-20", 31, (i) => 87.4 + 0.12 * Math.sin(i)),
      ),
    ],
  },
  crowd: {
    lines: [
      line(
        "KGS",
        daily("1930-01-01", 35_000, (i) => 50 + i / 2000 + (i === 20_001 ? 40 : 0)),
      ),
    ],
  },
};

/** Rows of a survey: small samples, a suppressed cell, a true zero. */
export const dotRows: readonly DotRow[] = [
  { code: "TJ", name: "Khatlon", value: 26.1, text: "26.1", low: 22.8, high: 27.4 },
  { code: "TJ", name: "Country average", value: 22.7, text: "22.7", kind: "average" },
  {
    code: "TJ",
    name: "Gorno-Badakhshan",
    value: 17.4,
    text: "(17.4)",
    hollow: true,
    low: 12,
    high: 24,
  },
  { code: "TJ", name: "Dushanbe", value: 0, text: "0" },
  { code: "TJ", name: "Region X", value: null, text: "suppressed (fewer than 25)" },
];
