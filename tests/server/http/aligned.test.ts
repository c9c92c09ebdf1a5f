import { beforeAll, describe, expect, it } from "vitest";
import { warningCodes } from "../../../server/contract/import-report.ts";
import { startApp } from "../../support/app.ts";
import { importText } from "../../support/import-text.ts";

const app = startApp();
const som = "FX/D.USD.KGS.TABLE";
const tenge = "FX/D.USD.KZT.TABLE";
const yearly = "FX/A.USD.KGS.TABLE";

beforeAll(async () => {
  const rows = [
    `${som},2024-05-06,87.10,A`,
    `${som},2024-05-07,87.20,P`,
    `${som},2024-05-09,87.30,A`,
    `${tenge},2024-05-07,440.00,A`,
    `${tenge},2024-05-08,,H`,
    `${tenge},2024-05-09,451.00,A`,
    `${yearly},2023,80,A`,
  ];
  const text = ["series,period,value,status", ...rows, ""].join("\n");
  await importText(app.database.pool, text, { accept: warningCodes, source: "TABLE" });
});

const read = async (query: string) => {
  const response = await fetch(`${app.address}/api/v1/observations?${query}`);
  return { text: await response.text(), link: response.headers.get("link") };
};
const ask = async (query: Record<string, string>) => (await app.ask("aligned", {}, query)).body;

describe("GET /api/v1/observations", () => {
  it("puts several series on one axis: every period that one has, digits as stored, null elsewhere", async () => {
    const { text } = await read(`series=${som},${tenge}`);
    expect(text).toContain('"periods":["2024-05-06","2024-05-07","2024-05-08","2024-05-09"]');
    expect(text).toContain('"values":[87.10,87.20,null,87.30],"statuses":["A","P",null,"A"]');
    expect(text).toContain('"values":[null,440.00,null,451.00],"statuses":[null,"A","H","A"]');
    const body = await ask({ series: `${som},${tenge}`, start: "2024-05-09" });
    expect(body).toMatchObject({ frequency: "D", periods: ["2024-05-09"], next: null });
    expect(body.series).toMatchObject([
      { series: som, unit: "KGS", decimals: 2, source: "TABLE", values: [87.3] },
      { series: tenge, unit: "KZT", values: [451] },
    ]);
    expect(body.series.map(({ statuses, counts }) => [statuses, counts])).toEqual([
      [undefined, undefined],
      [undefined, undefined],
    ]);
  });

  it("tells how many decimals each value has, where one has not as many as its series", async () => {
    const yen = "FX/D.USD.JPY.TABLE";
    const text = `series,period,value\n${yen},2024-05-06,147.2\n${yen},2024-05-07,147.25\n`;
    await importText(app.database.pool, text, { accept: warningCodes, source: "TABLE" });
    const body = await ask({ series: `${yen},${som},${yen}:chg`, end: "2024-05-09" });
    expect(body.series.map(({ valueDecimals }) => valueDecimals)).toEqual([
      [1, 2, null],
      undefined,
      undefined,
    ]);
  });

  it("gives each its own transform, the others the one of `units`", async () => {
    const body = await ask({ series: `${som}:chg,${tenge},${som}:lin`, units: "pch" });
    expect(body.series).toMatchObject([
      { series: som, units: "chg", unit: "KGS", values: [null, 0.1, null, 0.1] },
      { series: tenge, units: "pch", unit: "PC", values: [null, null, null, null] },
      { series: som, unit: "KGS", values: [87.1, 87.2, null, 87.3] },
    ]);
    expect(body.series[2]).not.toHaveProperty("units");
  });

  it("makes unlike frequencies alike when asked to, each with its counts", async () => {
    const body = await ask({ series: `${som},${yearly}`, frequency: "A" });
    expect(body.frequency).toBe("A");
    expect(body.series).toMatchObject([{ aggregate: "avg" }, { values: [80] }]);
    expect(body.series[1]).not.toHaveProperty("counts");
    const weekly = await ask({ series: `${som},FX/D.USD.KGS.MARKET:index`, frequency: "W" });
    expect(weekly.series[1]).toMatchObject({ aggregate: "avg", units: "index", unit: "IX" });
    expect(weekly.series[1]?.counts).toHaveLength(weekly.periods.length);
  });

  it("writes wide CSV and a line for each period", async () => {
    const query = `series=${som},${tenge}:chg&start=2024-05-07&end=2024-05-08`;
    expect((await read(`${query}&format=csv`)).text).toBe(
      `period,${som},${tenge}:chg\r\n2024-05-07,87.20,\r\n2024-05-08,,\r\n`,
    );
    expect((await read(`${query}&format=ndjson`)).text).toBe(
      [
        `{"period":"2024-05-07","values":{"${som}":87.20,"${tenge}:chg":null},"statuses":{"${som}":"P","${tenge}:chg":"M"}}\n`,
        `{"period":"2024-05-08","values":{"${som}":null,"${tenge}:chg":null},"statuses":{"${tenge}:chg":"M"}}\n`,
      ].join(""),
    );
    const spreadsheet = `${query}&format=csv&sep=%09&decimal=%2C`;
    expect((await read(spreadsheet)).text).toContain("2024-05-07\t87,20\t\r\n");
  });

  it.each(["", "last=3", "order=desc", "last=3&order=desc", `start=2024-05-07&units=chg`])(
    "takes last, order and pages of the periods that all have: ?%s",
    async (query) => {
      const asked = `series=${som},${tenge}&format=csv&${query}`;
      const whole = (await read(asked)).text.split("\r\n").slice(1, -1);
      expect(whole).toHaveLength(query === "" || query === "order=desc" ? 4 : 3);
      const rows: string[] = [];
      let next: string | undefined = `/api/v1/observations?${asked}&limit=2`;
      while (next !== undefined) {
        const { text, link } = await read(next.slice(next.indexOf("?") + 1));
        rows.push(...text.split("\r\n").slice(1, -1));
        next = /^<(.*)>; rel="next"$/.exec(link ?? "")?.[1];
      }
      expect(rows).toEqual(whole);
    },
  );

  it("answers as of a moment, and is known by its tag", async () => {
    const past = await ask({ series: `${som},${tenge}`, asOf: "2020-01-01" });
    expect(past).toMatchObject({ periods: [], series: [{ values: [] }, { values: [] }] });
    const path = `${app.address}/api/v1/observations?series=${som},${tenge}`;
    const first = await fetch(path);
    const headers = { "If-None-Match": String(first.headers.get("etag")) };
    expect((await fetch(path, { headers })).status).toBe(304);
  });
});
