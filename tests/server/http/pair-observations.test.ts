import { Decimal } from "decimal.js";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { aggregations, transforms } from "../../../server/contract/derivation.ts";
import { warningCodes } from "../../../server/contract/import-report.ts";
import { startApp } from "../../support/app.ts";
import { importText } from "../../support/import-text.ts";

const app = startApp();
const accept = warningCodes;

const ask = (pair: string, query: Record<string, string> = {}) =>
  app.ask("pairObservations", { pair }, { source: "MARKET", ...query });

const board = (pair: string, query: Record<string, string> = {}) =>
  ask(pair, { source: "BOARD", ...query });

/** The values of an answer as they are written. */
const valuesOf = (text: string) =>
  [...text.matchAll(/"value":([^,}]+)/g)].map(([, value]) => value);

const som = { "14": "87.0000", "15": "88.0000", "16": "86.0000", "17": "87.0000", "18": "90.0000" };
const tenge = { "14": "500.10", "15": "505.15", "16": "505.15", "17": "507.00", "19": "510.00" };

beforeAll(async () => {
  const rows = (quote: string, rates: Readonly<Record<string, string>>) =>
    Object.entries(rates).map(([day, rate]) => `2026-09-${day},USD,${quote},${rate}`);
  const lines = ["date,base,quote,rate", ...rows("KGS", som), ...rows("KZT", tenge), ""];
  await importText(app.database.pool, lines.join("\n"), { source: "BOARD", accept });
});

describe("GET /api/v1/rates/{pair}/observations", () => {
  it("gives a pair in both directions, each day the inverse of the same published digits", async () => {
    const there = await ask("USD-KGS", { last: "3" });
    const back = await ask("KGS-USD", { last: "3" });
    expect(there.body).toMatchObject({ method: "published", unit: "KGS", frequency: "D" });
    expect(back.body).toMatchObject({ method: "inverse", unit: "USD", series: "KGS-USD" });
    expect(back.body.observations.map(({ period }) => period)).toEqual(
      there.body.observations.map(({ period }) => period),
    );
    expect(back.text).toContain('"value":0.011434174267');
  });

  it("gives a cross on the days that both legs have, the last n of them", async () => {
    const { body, text } = await board("KGS-KZT");
    expect(body).toMatchObject({ method: "cross", source: "BOARD" });
    expect(body.observations.map(({ period }) => period.slice(8))).toEqual([
      "14",
      "15",
      "16",
      "17",
    ]);
    expect(valuesOf(text)).toEqual(["5.74828", "5.74034", "5.87384", "5.82759"]);
    const last = await board("KGS-KZT", { last: "2", order: "desc" });
    expect(last.body.observations.map(({ value }) => value)).toEqual([5.82759, 5.87384]);
  });

  it("answers of a published pair as of the stored series, whatever is asked", async () => {
    const one = <T extends string>(name: string, ...values: T[]) =>
      fc.constantFrom({}, ...values.map((value) => ({ [name]: value })));
    const coarser = fc
      .record({
        frequency: fc.constantFrom("W", "M", "Q", "A"),
        aggregate: fc.constantFrom("avg", ...aggregations),
      })
      .map((asked): Record<string, string> => asked);
    const question = fc
      .tuple(
        fc.oneof(fc.constant({}), coarser),
        one("units", ...transforms),
        one("start", "2025-03-15", "2025-Q4", "2026"),
        one("end", "2026-06", "2026-W30"),
        one("last", "1", "7"),
        one("order", "desc"),
        one("format", "csv", "ndjson"),
      )
      .map((parts) => Object.assign({}, ...parts) as Record<string, string>);
    const read = async (path: string) => {
      const response = await fetch(`${app.address}/api/v1/${path}`);
      // Titles differ, a pair tells its method, and its decimals are the most of the answer, not of the whole series.
      const text = (await response.text()).replace(/^.*?"frequency"/, "");
      return [response.status, text.replace(/,"method":"published"|,"decimals":\d+/g, "")];
    };
    await fc.assert(
      fc.asyncProperty(question, async (query) => {
        const search = new URLSearchParams(query).toString();
        const pair = await read(`rates/USD-KGS/observations?source=MARKET&${search}`);
        expect(pair).toEqual(await read(`series/FX/D.USD.KGS.MARKET/observations?${search}`));
      }),
      { numRuns: 60 },
    );
  });

  it("makes means in the published direction and turns them round then", async () => {
    const there = await board("USD-KGS", { frequency: "W" });
    const back = await board("KGS-USD", { frequency: "W" });
    expect([valuesOf(there.text), valuesOf(back.text)]).toEqual([["87.6000"], ["0.01141553"]]);
    expect(back.body).toMatchObject({ aggregate: "avg", observations: [{ count: 5 }] });
  });

  it.each([
    ["min", "0.01111111"],
    ["max", "0.01162791"],
    ["first", "0.01149425"],
    ["eop", "0.01111111"],
  ])("gives as %s of an inverse one of its own rates", async (aggregate, value) => {
    const { text } = await board("KGS-USD", { frequency: "W", aggregate });
    expect(valuesOf(text)).toEqual([value]);
  });

  it("crosses the means of both legs over the days that both have, and picks among its own rates", async () => {
    const mean = await board("KGS-KZT", { frequency: "W" });
    const exact = new Decimal("500.10").plus("505.15").plus("505.15").plus("507").div(348);
    expect(valuesOf(mean.text)).toEqual([exact.toSignificantDigits(6).toFixed()]);
    expect(mean.body.observations[0]?.count).toBe(4);
    const most = await board("KGS-KZT", { frequency: "W", aggregate: "max" });
    expect(valuesOf(most.text)).toEqual(["5.87384"]);
  });

  it("reckons transforms with the unrounded rate", async () => {
    const { text, body } = await board("KGS-USD", { units: "pch" });
    const days = Object.values(som);
    const expected = days
      .slice(1)
      .map((rate, i) =>
        new Decimal(days[i]!).div(rate).minus(1).times(100).toSignificantDigits(12).toFixed(),
      );
    expect(valuesOf(text)).toEqual(["null", ...expected]);
    expect(body).toMatchObject({ unit: "PC", units: "pch" });
    const index = await board("KGS-KZT", { units: "index", base: "2026-09-15" });
    const first = new Decimal("500.10").div(87).div(new Decimal("505.15").div(88)).times(100);
    expect(valuesOf(index.text)[0]).toBe(first.toSignificantDigits(12).toFixed());
  });

  it("comes in pages that fit together, in every format", async () => {
    const whole = await board("KGS-USD", { order: "desc" });
    const first = await board("KGS-USD", { order: "desc", limit: "3" });
    const rest = await board("KGS-USD", {
      order: "desc",
      limit: "3",
      cursor: first.body.next ?? "",
    });
    expect([...first.body.observations, ...rest.body.observations]).toEqual(
      whole.body.observations,
    );
    expect(rest.body.next).toBeNull();
    const url = `${app.address}/api/v1/rates/KGS-USD/observations?source=BOARD&limit=2`;
    const csv = await fetch(`${url}&format=csv&sep=;&decimal=,&frequency=W`);
    expect(await csv.text()).toBe("period;value;status;count\r\n2026-W38;0,01141553;A;5\r\n");
    const lines = await fetch(`${url}&format=ndjson`);
    expect(valuesOf(await lines.text())).toEqual(["0.01149425", "0.01136364"]);
    expect(lines.headers.get("link")).toContain("cursor=");
  });

  it("keeps its pages to what the first one saw, whatever is imported in between", async () => {
    const whole = await board("USD-KGS");
    const first = await board("USD-KGS", { limit: "2" });
    const revised = "date,base,quote,rate\n2026-09-17,USD,KGS,99\n";
    await importText(app.database.pool, revised, { source: "BOARD", accept });
    const cursor = first.body.next ?? "";
    const rest = await board("USD-KGS", { cursor });
    expect([...first.body.observations, ...rest.body.observations]).toEqual(
      whole.body.observations,
    );
    const other = `/api/v1/rates/KGS-USD/observations?source=BOARD&cursor=${cursor}`;
    expect((await app.refused(other)).body.errors).toMatchObject([{ parameter: "cursor" }]);
  });

  it("is empty as of a day before the first import, and has no path where there is none", async () => {
    const { body } = await ask("USD-KGS", { asOf: "2020-01-01" });
    expect(body.observations).toEqual([]);
  });

  it.each(["USDKGS", "USD-KGS-X", "USD-QQQ", "JPY-KGS", "USD-USD"])(
    "has no rate of %s",
    async (pair) => {
      const { body } = await app.refused(`/api/v1/rates/${pair}/observations`);
      expect(body.type).toBe("/problems/no-rate");
    },
  );

  it.each([
    ["aggregate=avg", "aggregate"],
    ["base=2026-09", "base"],
    ["units=index&base=2001-01-01", "base"],
    ["sep=;", "sep"],
    ["start=2026-09-02&end=2026-09-01", "start"],
    ["start=2026-13", "start"],
    ["last=-1", "last"],
    ["source=PWT&frequency=M", "frequency"],
    ["source=NOBODY", "source"],
    ["cursor=nonsense", "cursor"],
    ["asOf=2999-01-01", "asOf"],
    ["unit=pch", "unit"],
    ["frequency=M&aggregate=sum", "aggregate"],
  ])("refuses ?%s and names %s", async (query, parameter) => {
    const { body } = await app.refused(`/api/v1/rates/KGS-USD/observations?${query}`);
    expect(body).toMatchObject({ type: "/problems/invalid-query", errors: [{ parameter }] });
  });
});
