import { describe, expect, it } from "vitest";
import type { ImportReport } from "../../../server/contract/import-report.ts";
import { startApp } from "../../support/app.ts";
import { ratesFile } from "../../support/import-text.ts";

const app = startApp();

async function post(body: string, query: Record<string, string> = {}): Promise<ImportReport> {
  const headers = { Authorization: `Bearer ${app.token}`, "Content-Type": "text/csv" };
  const all = { source: "MARKET", dryRun: "true", ...query };
  return (await app.ask("postImport", {}, all, { method: "POST", headers, body })).body;
}

describe("the preview of a dry run", () => {
  it("has the columns, the first rows as read, what would be new, and the lines of what is wrong", async () => {
    const text = ratesFile({ "2026-09-30": "87.5", "2026-10-01": "87.600", "2026-09-31": "1" });
    const { preview } = await post(text);
    expect(preview?.columns[0]).toEqual({
      name: "date",
      cells: ["2026-09-30", "2026-10-01", "2026-09-31"],
    });
    const series = "FX/D.USD.KGS.MARKET";
    expect(preview?.rows).toEqual([
      { line: 2, series, period: "2026-09-30", value: 87.5, status: "A" },
      { line: 3, series, period: "2026-10-01", value: 87.6, decimals: 3, status: "A" },
    ]);
    expect(preview?.additions).toEqual([
      { line: 3, series, period: "2026-10-01", value: 87.6, decimals: 3 },
      { line: 2, series, period: "2026-09-30", value: 87.5 },
    ]);
    expect(preview?.codes).toEqual([{ code: "not-a-period", severity: "error", count: 1 }]);
    expect(preview?.lines).toEqual([{ line: 4, text: "2026-09-31,USD,KGS,1" }]);
  });

  it("has 20 rows and 1,000 additions, the newest, of a longer file, and counts every problem", async () => {
    const days = Array.from({ length: 2_500 }, (_, at) =>
      new Date(Date.UTC(2000, 0, 1 + at)).toISOString().slice(0, 10),
    );
    const bad = Object.fromEntries(days.map((day, at) => [day, at < 1_200 ? "x9" : "80"]));
    const { preview, problems } = await post(ratesFile(bad));
    expect(preview?.rows.length).toBe(20);
    expect(preview?.additions.length).toBe(1_000);
    expect(preview?.additions[0]?.period).toBe(days.at(-1));
    expect(problems.length).toBe(1_000);
    expect(preview?.codes).toContainEqual({
      code: "not-a-number",
      severity: "error",
      count: 1_200,
    });
    expect(preview?.lines.length).toBe(1_000);
  });

  it("comes with no import that is made", async () => {
    const report = await post(ratesFile({ "2026-10-01": "87.6" }), { dryRun: "false" });
    expect(report.state).toBe("committed");
    expect(report.preview).toBeUndefined();
  });
});

it("a file that needs a mapping is answered with its columns to choose from", async () => {
  const headers = { Authorization: `Bearer ${app.token}`, "Content-Type": "text/csv" };
  const body = "tag,a,b\n1.10.2026,2,3\n";
  const { body: problem } = await app.refused("/api/v1/imports?dryRun=true", {
    method: "POST",
    headers,
    body,
  });
  expect(problem.type).toBe("/problems/needs-mapping");
  expect(problem.columns).toEqual([
    { name: "tag", cells: ["1.10.2026"] },
    { name: "a", cells: ["2"] },
    { name: "b", cells: ["3"] },
  ]);
});
