import { describe, expect, it } from "vitest";
import { ImportJob } from "../../../server/contract/import-job.ts";
import { createToken } from "../../../server/import/token.ts";
import { startApp } from "../../support/app.ts";
import { eventually } from "../../support/eventually.ts";
import { holdingImports } from "../../support/import-lock.ts";
import { ratesFile } from "../../support/import-text.ts";

const app = startApp();
const { pool } = app.database;

const post = (rate: string, { token = app.token, query = "", headers = {} } = {}) =>
  fetch(`${app.address}/api/v1/imports?source=NBKR${query}`, {
    method: "POST",
    headers: { Authorization: `Bearer ${token}`, "Content-Type": "text/csv", ...headers },
    body: ratesFile({ "2026-08-03": rate }),
  });

describe("imports with one token over HTTP", () => {
  it("wait for each other, dry runs along, and beyond eight that wait are refused", async () => {
    const refused: Response[] = [];
    const all = await holdingImports(pool, async (untilOneWaits) => {
      const first = post("87.10");
      await untilOneWaits();
      const others = Array.from({ length: 11 }, async (_, i) => {
        const response = await post(`87.${i + 11}`, { query: "&dryRun=true" });
        if (response.status === 429) refused.push(response);
        return response;
      });
      await eventually(() => expect(refused).toHaveLength(3));
      return [first, ...others];
    });
    for (const response of refused) {
      expect(response.headers.get("retry-after")).toBe("30");
      expect(await response.json()).toMatchObject({ type: "/problems/too-many-requests" });
    }
    const statuses = (await Promise.all(all)).map(({ status }) => status);
    expect(statuses.filter((status) => status !== 429)).toEqual([
      201,
      ...Array<number>(8).fill(200),
    ]);
  });

  it("are taken in turn with the jobs of the token, and not with those of others", async () => {
    const other = await createToken(pool, "other");
    const [job, next, others] = await holdingImports(pool, async (untilOneWaits) => {
      const headers = { Prefer: "respond-async" };
      const begun = ImportJob.parse(await (await post("88.10", { headers })).json());
      await untilOneWaits();
      const after = post("88.20");
      const foreign = post("88.30", { token: other, query: "&dryRun=true" });
      return [begun, after, foreign] as const;
    });
    expect((await next).status).toBe(201);
    expect((await others).status).toBe(200);
    const { body } = await app.ask("importJob", { job: job.job });
    expect(body.state).toBe("committed");
    const receipt = { dataset: "FX", key: "D.USD.KGS.NBKR", period: "2026-08-03" };
    const found = await app.ask("receipt", receipt);
    expect(found.text).toMatch(/88\.20.*88\.10/s);
  });
});
