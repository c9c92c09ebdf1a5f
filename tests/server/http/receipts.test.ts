import { beforeAll, describe, expect, it } from "vitest";
import { warningCodes } from "../../../server/contract/import-report.ts";
import { undo } from "../../../server/import/undo.ts";
import { startApp } from "../../support/app.ts";
import { eventually } from "../../support/eventually.ts";
import { importText } from "../../support/import-text.ts";

const app = startApp("fixtures", () => new Date());
const key = { dataset: "FX", key: "M.USD.KGS.RECEIPT" };
const moments: string[] = [];

beforeAll(async () => {
  const { pool } = app.database;
  for (const value of ["87.10", "87.20"]) {
    const text = `series,period,value\nFX/${key.key},2024-08,${value}\n`;
    const report = await importText(pool, text, { source: "RECEIPT", accept: warningCodes });
    moments.push(String(report.at));
    if (value === "87.20") moments.push(String((await undo(pool, Number(report.id), "test")).at));
  }
});

const ask = async (period: string, query: Record<string, string> = {}) =>
  (await app.ask("receipt", { ...key, period }, query)).body;

describe("GET /api/v1/series/{dataset}/{key}/observations/{period}", () => {
  it.each(["2024-08", "2024M08", "2024-08-01"])("takes the period as %s", async (period) => {
    const current = { value: 87.1, decimals: 2 };
    const { versions, ...told } = await ask(period);
    expect(told).toMatchObject({ period: "2024-08", ...current });
    expect(versions[0]).toMatchObject(current);
  });

  it("tells the versions that there were by then, as they stood then", async () => {
    const values = async (asOf?: string) =>
      (await ask("2024-08", asOf === undefined ? {} : { asOf })).versions.map(
        ({ value, supersededBy }) => [value, supersededBy === null],
      );
    expect(await values(moments[0])).toEqual([[87.1, true]]);
    expect(await values(moments[1])).toEqual([
      [87.2, true],
      [87.1, false],
    ]);
    const all = [
      [87.1, true],
      [87.2, false],
      [87.1, false],
    ];
    expect(await values(moments[2])).toEqual(all);
    expect(await values()).toEqual(all);
    const path = `/api/v1/series/FX/${key.key}/observations/2024-08?asOf=2020-01-01`;
    expect((await app.refused(path)).body.type).toBe("/problems/not-found");
  });

  it.each(["2024", "2024-Q3", "2024-W31", "2024-08-02", "soon", "2024-13", "*"])(
    "says of %s how a period of the series is written",
    async (period) => {
      const { body } = await app.refused(`/api/v1/series/FX/${key.key}/observations/${period}`);
      expect(body).toMatchObject({
        type: "/problems/not-found",
        detail: expect.stringContaining("write it as 2026-11") as string,
        errors: [{ parameter: "period" }],
      });
    },
  );

  it("says of a withdrawn period that it is missing and withdrawn, and what there was before", async () => {
    const { pool } = app.database;
    const text = `series,period,value\nFX/${key.key},2024-10,87.3\n`;
    const report = await importText(pool, text, { source: "RECEIPT", accept: warningCodes });
    expect(await ask("2024-10")).toMatchObject({ value: 87.3, status: "A", withdrawn: false });
    await undo(pool, Number(report.id), "test");
    // Undone beside the server, which hears of it a moment later.
    await eventually(async () =>
      expect(await ask("2024-10")).toMatchObject({
        value: null,
        status: "M",
        withdrawn: true,
        versions: [
          { value: null, status: "M", withdrawn: true },
          { value: 87.3, status: "A", withdrawn: false },
        ],
      }),
    );
    expect(await ask("2024-10", { asOf: String(report.at) })).toMatchObject({ withdrawn: false });
  });

  it("says of a month without a value that there is none", async () => {
    const { body } = await app.refused(`/api/v1/series/FX/${key.key}/observations/2024-09`);
    expect(body.detail).toBe(`FX/${key.key} has no observation for 2024-09.`);
  });
});
