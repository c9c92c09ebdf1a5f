import { beforeAll, describe, expect, it } from "vitest";
import { warningCodes } from "../../../server/contract/import-report.ts";
import { startApp } from "../../support/app.ts";
import { importText } from "../../support/import-text.ts";

const app = startApp();

/** Brings in a series with one value for each period. */
async function bring(series: string, values: Record<string, string>): Promise<void> {
  const lines = Object.entries(values).map(
    ([period, value]) => `${series},${period},${value.includes(",") ? value : `${value},A`}`,
  );
  const text = ["series,period,value,status", ...lines, ""].join("\n");
  await importText(app.database.pool, text, { accept: warningCodes, source: "VECTOR" });
}

const quarterly = "FX/Q.USD.KGS.VECTOR";
const monthly = "FX/M.USD.KGS.VECTOR";
const daily = "FX/D.USD.KGS.VECTOR";

beforeAll(async () => {
  const quarters = { "2024-Q1": "100", "2024-Q2": "103", "2024-Q3": "101", "2024-Q4": "106" };
  await bring(quarterly, { ...quarters, "2025-Q1": "110" });
  await bring(monthly, { "2024-01": "100", "2024-02": "102", "2024-03": "99" });
  const week = ["86.90", "87.00", "87.10", "87.20"].map((rate, i): [string, string] => [
    `2024-05-0${6 + i}`,
    rate,
  ]);
  await bring(daily, { ...Object.fromEntries(week), "2024-05-10": ",H", "2024-05-13": "90.5,P" });
});

async function read(series: string, query: string) {
  const response = await fetch(`${app.address}/api/v1/series/${series}/observations?${query}`);
  return { text: await response.text(), link: response.headers.get("link") };
}
const ask = async (series: string, query: Record<string, string>) => {
  const [dataset = "", key = ""] = series.split("/");
  return (await app.ask("observations", { dataset, key }, query)).body;
};

describe("units", () => {
  it.each([
    ["chg", "4", "KGS"],
    ["ch1", "10", "KGS"],
    ["pch", "3.77358490566", "PC"],
    ["pc1", "10", "PC"],
    ["pca", "15.9704332347", "PC"],
    ["cch", "3.70412716803", "PC"],
    ["cca", "14.8165086721", "PC"],
    ["log", "4.70048036579", "LN"],
    ["index", "110", "IX"],
    ["pcb", "10", "PC"],
    ["yoy", "10", "PC"],
  ])("%s of the quarterly series of the semantics ends in %s %s", async (units, value, unit) => {
    const { text } = await read(quarterly, `units=${units}&last=1`);
    expect(text).toContain(`{"period":"2025-Q1","value":${value}}`);
    expect(await ask(quarterly, { units })).toMatchObject({ unit, units });
  });

  it.each([
    ["pch", "2", "-2.94117647059"],
    ["pca", "26.8241794563", "-30.1091577713"],
    ["cch", "1.98026272962", "-2.98529631497"],
    ["cca", "23.7631527554", "-35.8235557796"],
  ])("%s of the monthly series of the semantics: %s, then %s", async (units, first, second) => {
    expect((await read(monthly, `units=${units}&format=csv`)).text).toBe(
      `period,value,status\r\n2024-01,,M\r\n2024-02,${first},A\r\n2024-03,${second},A\r\n`,
    );
  });

  it("are reckoned before the range is cut, and tell the most decimals once for all", async () => {
    const answer = await ask(monthly, { units: "pch", start: "2024-03" });
    expect(answer.observations).toEqual([{ period: "2024-03", value: -2.94117647059 }]);
    expect(answer.decimals).toBe(11);
  });

  it("index has 100 at the base, which may lie outside the range and be named by its first day", async () => {
    for (const base of ["2024-Q2", "2024-04-01"]) {
      const answer = await ask(quarterly, { units: "index", base, start: "2025" });
      expect(answer).toMatchObject({ base: "2024-Q2", observations: [{ value: 106.796116505 }] });
    }
    const own = await ask(quarterly, { units: "index", start: "2024-Q2" });
    expect(own.observations[0]).toEqual({ period: "2024-Q2", value: 100 });
  });
});

describe("frequency", () => {
  it.each([
    ["avg", "87.05"],
    ["eop", "87.20"],
    ["sum", "348.20"],
    ["min", "86.90"],
    ["max", "87.20"],
    ["first", "86.90"],
  ])("%s of the week of the semantics is %s, with a count", async (aggregate, value) => {
    const { text } = await read(daily, `frequency=W&aggregate=${aggregate}`);
    expect(text).toContain(`{"period":"2024-W19","value":${value},"count":4`);
    expect(text).toContain(`"aggregate":"${aggregate}"`);
  });

  it("takes the mean of rates when nobody says how, and drops an end that is too thin", async () => {
    const { aggregate, observations } = await ask(daily, { frequency: "W" });
    expect(aggregate).toBe("avg");
    expect(observations.map(({ period }) => period)).toEqual(["2024-W19"]);
    expect((await read(daily, "frequency=W&format=csv")).text).toBe(
      "period,value,status,count\r\n2024-W19,87.05,A,4\r\n",
    );
  });

  it("comes before units, and its own frequency changes nothing", async () => {
    const yearly = await ask(quarterly, { frequency: "A", units: "pch" });
    expect(yearly.observations).toEqual([{ period: "2024", value: null, status: "M", count: 4 }]);
    const own = await read(quarterly, "frequency=Q&aggregate=eop");
    expect(own.text).toBe((await read(quarterly, "")).text);
  });
});

describe("formats", () => {
  it("write what is missing as null or an empty cell, with its status", async () => {
    const range = "start=2024-05-09&end=2024-05-13";
    expect((await read(daily, `${range}&format=ndjson`)).text).toBe(
      [
        '{"period":"2024-05-09","value":87.20,"status":"A"}\n',
        '{"period":"2024-05-10","value":null,"status":"H"}\n',
        '{"period":"2024-05-13","value":90.5,"status":"P"}\n',
      ].join(""),
    );
    expect((await read(daily, `${range}&format=csv`)).text).toBe(
      "period,value,status\r\n2024-05-09,87.20,A\r\n2024-05-10,,H\r\n2024-05-13,90.5,P\r\n",
    );
    expect((await read(daily, `${range}&limit=9`)).text).toContain(
      '"observations":[{"period":"2024-05-09","value":87.20},{"period":"2024-05-10","value":null,"status":"H"},{"period":"2024-05-13","value":90.5,"status":"P","decimals":1}],"next":null}',
    );
  });

  it("write CSV for a spreadsheet of its country, marked as UTF-8", async () => {
    const query = "start=2024-05-09&end=2024-05-09&format=csv&sep=%3B&decimal=%2C";
    const response = await fetch(`${app.address}/api/v1/series/${daily}/observations?${query}`);
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.toString()).toBe("\uFEFFperiod;value;status\r\n2024-05-09;87,20;A\r\n");
  });

  it("are chosen by Accept too, and the general and the quick way agree to the letter", async () => {
    const accept = { headers: { Accept: "application/x-ndjson" } };
    const path = `${app.address}/api/v1/series/${daily}/observations`;
    expect(await (await fetch(path, accept)).text()).toBe(
      (await read(daily, "format=ndjson")).text,
    );
    for (const format of ["json", "csv"])
      for (const order of ["asc", "desc"]) {
        const query = `format=${format}&order=${order}`;
        const general = await read(daily, `${query}&limit=100000`);
        expect(general.text).toBe((await read(daily, query)).text);
      }
  });
});

describe("pages", () => {
  it.each([
    "",
    "order=desc",
    "last=4",
    "last=4&order=desc",
    "units=chg",
    "frequency=D&start=2024-05-07",
  ])("of ?%s fit together, in every format, whatever is imported between them", async (query) => {
    const whole = (await read(daily, `${query}&format=csv`)).text.split("\r\n").slice(1, -1);
    const rows: string[] = [];
    let path: string | undefined =
      `/api/v1/series/${daily}/observations?${query}&limit=2&format=csv`;
    while (path !== undefined) {
      const response: Response = await fetch(`${app.address}${path}`);
      rows.push(...(await response.text()).split("\r\n").slice(1, -1));
      path = /^<(.*)>; rel="next"$/.exec(response.headers.get("link") ?? "")?.[1];
      const revised = String(80 + rows.length);
      await bring(daily, { "2024-05-07": revised, "2024-05-14": revised });
    }
    expect(rows).toEqual(whole);
  });

  it("lead on by `next` in JSON, and refuse another question's cursor", async () => {
    const first = await ask(quarterly, { limit: "2" });
    const second = await ask(quarterly, { limit: "3", cursor: String(first.next) });
    expect(second).toMatchObject({ observations: [{}, {}, {}], next: null });
    for (const path of [`${quarterly}/observations?start=2024`, `${monthly}/observations?`]) {
      const { body } = await app.refused(`/api/v1/series/${path}&cursor=${first.next}`);
      expect(body.errors).toMatchObject([{ parameter: "cursor" }]);
    }
  });
});
