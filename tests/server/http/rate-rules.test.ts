import { beforeAll, describe, expect, it } from "vitest";
import { warningCodes } from "../../../server/contract/import-report.ts";
import { startApp } from "../../support/app.ts";
import { importText } from "../../support/import-text.ts";

const app = startApp();
const accept = warningCodes;

const store = (source: string, rows: readonly string[]) =>
  importText(app.database.pool, ["date,base,quote,rate", ...rows, ""].join("\n"), {
    source,
    accept,
  });

const latest = async (base: string, quote: string, query: Record<string, string>) => {
  const { body, text } = await app.ask("latestRates", {}, { base, quotes: quote, ...query });
  return { rate: body.rates[0]!, text };
};

describe("the change in rates/latest", () => {
  // As the table of the rules has it: recomputed in the direction that is asked for.
  const steps = [
    ["87.4500", "87.4512", "KGS", "-0.00137219"],
    ["505.15", "508.40", "KZT", "-0.639260"],
    ["12034.56", "12090.00", "UZS", "-0.458561"],
    ["9.2793", "9.2600", "TJS", "0.208423"],
    ["4210.35", "8100.00", "TMT", "-48.0204"],
  ] as const;

  beforeAll(() =>
    store(
      "STEPS",
      steps.flatMap(([before, now, quote]) => [
        `2026-09-28,USD,${quote},${before}`,
        `2026-09-29,USD,${quote},${now}`,
      ]),
    ),
  );

  it.each(steps)(
    "of the inverses of %s and %s of USD/%s is %s per cent",
    async (_b, _n, quote, percent) => {
      const { text } = await latest(quote, "USD", { source: "STEPS" });
      expect(text).toContain(`"changePercent":${percent}}`);
    },
  );

  it("is exact between published rates, and has six significant digits between their inverses", async () => {
    const there = await latest("USD", "KGS", { source: "STEPS" });
    expect(there.text).toContain('"change":0.0012,');
    const back = await latest("KGS", "USD", { source: "STEPS" });
    expect(back.text).toContain('"change":-0.000000156912,');
    expect(back.rate.previous).toEqual({ rate: 0.01143511, date: "2026-09-28" });
  });

  it("is of a cross recomputed from both legs", async () => {
    const { rate } = await latest("KGS", "KZT", { source: "STEPS" });
    const change = (508.4 / 87.4512 / (505.15 / 87.45) - 1) * 100;
    expect(rate.changePercent).toBeCloseTo(change, 5);
  });
});

describe("digits of rates/latest", () => {
  const inverses = [
    ["87.4500", "KGS", "0.01143511"],
    ["505.15", "KZT", "0.00197961"],
    ["9.2793", "TJS", "0.107767"],
    ["12034.56", "UZS", "0.00008309402"],
    ["3.50", "TMT", "0.28571"],
  ] as const;

  beforeAll(() =>
    store(
      "DIGITS",
      inverses.map(([digits, quote]) => `2026-09-29,USD,${quote},${digits}`),
    ),
  );

  it.each(inverses)(
    "keep %s of USD/%s as published, and invert it to %s",
    async (digits, quote, inverse) => {
      const there = await latest("USD", quote, { source: "DIGITS" });
      expect(there.text).toContain(`"rate":${digits},`);
      const back = await latest(quote, "USD", { source: "DIGITS" });
      expect(back.text).toContain(`"rate":${inverse},`);
    },
  );

  it.each([
    ["KGS", "KZT", "5.77644"],
    ["KZT", "KGS", "0.173117"],
  ])(
    "cross %s and %s at %s, also for a source that named no pivot",
    async (base, quote, digits) => {
      const { text, rate } = await latest(base, quote, { source: "DIGITS" });
      expect(text).toContain(`"rate":${digits},`);
      expect([rate.method, rate.legs.map(({ rate }) => rate)]).toEqual([
        "cross",
        base === "KGS" ? [87.45, 505.15] : [505.15, 87.45],
      ]);
    },
  );

  it("are at least as many for a sum in dollars as for a dollar in sum", async () => {
    const { rate, text } = await latest("UZS", "USD", { source: "MARKET" });
    const significant = (digits: string) => digits.replace(/^[0.]+|\./g, "").length;
    const inverse = /"rate":([\d.]+),/.exec(text)?.[1] ?? "";
    expect(significant(inverse)).toBeGreaterThanOrEqual(String(rate.legs[0]?.rate).length - 1);
    expect(text).not.toMatch(/\d[eE][+-]?\d/);
  });
});

describe("the day of rates/latest", () => {
  beforeAll(() =>
    store("DAYS", [
      "2026-09-24,USD,KGS,87.10",
      "2026-09-25,USD,KGS,87.30",
      "2026-08-03,USD,KZT,500.00",
      "2026-08-04,USD,KZT,501.00",
      "2026-08-03,USD,TJS,9.10",
      "2026-09-21,USD,TJS,9.20",
      "2026-09-22,USD,TJS,9.21",
      "2026-09-23,USD,TJS,9.22",
      "2026-09-23,USD,UZS,12000",
      "2026-08-03,USD,UZS,12100",
    ]),
  );

  it.each([
    ["2026-09-25", 0],
    ["2026-09-26", 1],
    ["2026-09-27", 2],
  ])(
    "%s gives Friday's rate, %i days old, with the change since Thursday",
    async (date, ageDays) => {
      const { rate } = await latest("USD", "KGS", { source: "DAYS", date });
      expect(rate).toMatchObject({
        date: "2026-09-25",
        ageDays,
        rate: 87.3,
        previous: { rate: 87.1, date: "2026-09-24" },
        change: 0.2,
      });
    },
  );

  it("is the newest however old when none is asked for, and its age is told", async () => {
    const { rate } = await latest("USD", "KZT", { source: "DAYS" });
    expect(rate).toMatchObject({ date: "2026-08-04", ageDays: 58, change: 1 });
  });

  it("of a cross is the older leg's, and the publication before is a day that both legs have", async () => {
    const { rate } = await latest("TJS", "UZS", { source: "DAYS" });
    expect(rate).toMatchObject({ date: "2026-09-23", previous: { date: "2026-08-03" } });
    const apart = await latest("KGS", "TJS", { source: "DAYS" });
    expect(apart.rate).toMatchObject({
      date: "2026-09-23",
      legs: [{ date: "2026-09-25" }, { date: "2026-09-23" }],
      previous: null,
    });
  });

  it("of a cross whose legs ended at different times is the last on which both were in force", async () => {
    const { rate } = await latest("TJS", "KZT", { source: "DAYS" });
    expect(rate).toMatchObject({
      date: "2026-08-03",
      legs: [{ date: "2026-08-03" }, { date: "2026-08-04" }],
      previous: null,
    });
  });

  it("is never after the one that is asked for, and tomorrow's rate counts once it is published", async () => {
    await store("AHEAD", ["2026-10-01,USD,KGS,87.40", "2026-10-02,USD,KGS,87.50"]);
    const today = await latest("USD", "KGS", { source: "AHEAD", date: "2026-10-01" });
    expect(today.rate).toMatchObject({ rate: 87.4, ageDays: 0 });
    const newest = await latest("USD", "KGS", { source: "AHEAD" });
    expect(newest.rate).toMatchObject({ rate: 87.5, date: "2026-10-02", ageDays: -1 });
  });
});
