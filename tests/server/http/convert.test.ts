import { Decimal } from "decimal.js";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { warningCodes } from "../../../server/contract/import-report.ts";
import { startApp } from "../../support/app.ts";
import { importText } from "../../support/import-text.ts";

const app = startApp();
const Exact = Decimal.clone({ precision: 200, rounding: Decimal.ROUND_HALF_EVEN, toExpNeg: -300 });

const published = { KGS: "87.4500", KZT: "505.15", UZS: "12034.56", JPY: "147.20" };

beforeAll(async () => {
  const rows = Object.entries(published).map(([quote, rate]) => `2026-09-25,USD,${quote},${rate}`);
  await importText(app.database.pool, ["date,base,quote,rate", ...rows, ""].join("\n"), {
    source: "BOARD",
    accept: warningCodes,
  });
});

const convert = async (from: string, to: string, amount: string, query = {}) => {
  const { body, text } = await app.ask(
    "convert",
    {},
    { from, to, amount, source: "BOARD", ...query },
  );
  return { body, text, result: /"result":([^,]+),/.exec(text)?.[1] ?? "" };
};

describe("GET /api/v1/rates/convert", () => {
  it("tells the amount, the result, and the rate with its legs, day and source", async () => {
    const { text } = await convert("KGS", "KZT", "1500");
    expect(JSON.parse(text)).toEqual({
      from: "KGS",
      to: "KZT",
      amount: 1500,
      result: 8664.67,
      resultDecimals: 2,
      rate: 5.77644,
      decimals: 5,
      method: "cross",
      legs: [
        {
          series: "FX/D.USD.KGS.BOARD",
          base: "USD",
          quote: "KGS",
          rate: 87.45,
          date: "2026-09-25",
        },
        {
          series: "FX/D.USD.KZT.BOARD",
          base: "USD",
          quote: "KZT",
          rate: 505.15,
          date: "2026-09-25",
        },
      ],
      date: "2026-09-25",
      ageDays: 6,
      source: "BOARD",
    });
  });

  it("divides by the published rate, not by a rounded inverse", async () => {
    const { result } = await convert("KGS", "USD", "8745000000");
    expect(result).toBe("100000000.00");
  });

  it("rounds to the smallest unit of the target, or to the decimals that are asked for, half to even", async () => {
    expect((await convert("USD", "JPY", "10.05")).result).toBe("1479");
    expect((await convert("USD", "KGS", "10.05")).result).toBe("878.87");
    expect((await convert("USD", "KGS", "1", { decimals: "0" })).result).toBe("87");
    expect((await convert("USD", "KGS", "0.01", { decimals: "3" })).result).toBe("0.874");
    expect((await convert("USD", "KGS", "0.03", { decimals: "3" })).result).toBe("2.624");
    expect((await convert("KGS", "USD", "1", { decimals: "20" })).result).toBe(
      "0.01143510577472841624",
    );
  });

  it.each([
    ["0", "0", "0.00"],
    ["-0", "0", "0.00"],
    ["-1500", "-1500", "-131175.00"],
    ["007.50", "7.50", "655.88"],
    ["0.00001", "0.00001", "0.00"],
    ["-0.00001", "-0.00001", "0.00"],
    [
      `${"9".repeat(30)}.${"9".repeat(30)}`,
      `${"9".repeat(30)}.${"9".repeat(30)}`,
      `87450000000000000000000000000000.00`,
    ],
  ])("takes %s and writes plain digits", async (amount, told, result) => {
    const { text } = await convert("USD", "KGS", amount);
    expect(text).toContain(`"amount":${told},"result":${result},`);
  });

  it("agrees with plain decimal arithmetic, digit for digit", async () => {
    const codes = fc.constantFrom(...(Object.keys(published) as (keyof typeof published)[]));
    const amount = fc
      .tuple(fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }), fc.integer({ min: 0, max: 12 }))
      .map(([units, places]) =>
        new Exact(units.toString()).div(new Exact(10).pow(places)).toFixed(places),
      );
    await fc.assert(
      fc.asyncProperty(
        codes,
        codes,
        amount,
        fc.integer({ min: 0, max: 20 }),
        async (from, to, amount, decimals) => {
          fc.pre(from !== to);
          const { result } = await convert(from, to, amount, { decimals: String(decimals) });
          const plain = new Exact(amount)
            .times(published[to])
            .div(published[from])
            .toFixed(decimals);
          expect(result).toBe(plain.replace(/^-(?=[0.]+$)/, ""));
        },
      ),
      { numRuns: 100 },
    );
  });

  it("carries a rate for 14 days with a date, and takes the newest without", async () => {
    expect((await convert("USD", "KGS", "1", { date: "2026-10-09" })).body.ageDays).toBe(14);
    const query = "from=USD&to=KGS&amount=1&source=BOARD&date=2026-10-10";
    const { body } = await app.refused(`/api/v1/rates/convert?${query}`);
    expect(body.type).toBe("/problems/no-rate");
  });

  it.each([
    ["from=USD&to=USD&amount=1", "USD has no rate in itself: one USD is one USD."],
    ["from=USD&to=ISK&amount=1", "No source gives a rate of USD in ISK."],
  ])("has no rate for ?%s", async (query, detail) => {
    const { body } = await app.refused(`/api/v1/rates/convert?${query}`);
    expect(body).toMatchObject({ type: "/problems/no-rate", detail });
  });

  it.each([
    ["from=USD&to=KGS", "amount"],
    ["from=USD&to=KGS&amount=1e3", "amount"],
    ["from=USD&to=KGS&amount=1,5", "amount"],
    ["from=USD&to=KGS&amount=", "amount"],
    [`from=USD&to=KGS&amount=${"1".repeat(10_000)}`, "amount"],
    ["from=USD&to=KGS&amount=1&decimals=21", "decimals"],
    ["from=USD&to=KGS&amount=1&decimals=-1", "decimals"],
    ["from=USD&to=KGS&amount=1&source=NOBODY", "source"],
    ["from=USD&amount=1", "to"],
    ["from=USD&to=KGS&amount=1&amount=2", "amount"],
  ])("refuses ?%s and names %s", async (query, parameter) => {
    const { body } = await app.refused(`/api/v1/rates/convert?${query}`);
    expect(body).toMatchObject({ type: "/problems/invalid-query", errors: [{ parameter }] });
  });
});
