import { describe, expect, it } from "vitest";
import { ImportReport } from "../../../server/contract/import-report.ts";
import { startApp } from "../../support/app.ts";
import { ratesFile } from "../../support/import-text.ts";

const app = startApp();
const init = (body: string) => ({
  method: "POST",
  headers: { Authorization: `Bearer ${app.token}`, "Content-Type": "text/csv" },
  body,
});
const slip = ratesFile({ "2026-08-01": "87.45", "2026-08-02": "8746", "2026-08-03": "87.47" });

describe("POST /api/v1/imports of rates that nobody would believe", () => {
  it("refuses them with the report and the codes to accept, and takes them once those are named", async () => {
    const { body } = await app.refused(
      "/api/v1/imports?source=NBKR&accept=jump,inverted",
      init(slip),
    );
    expect(body).toMatchObject({
      type: "/problems/rejected-rows",
      detail: expect.stringContaining("import with accept=scale.") as string,
      errors: [{ line: 3 }],
    });
    expect(ImportReport.parse(body.report)).toMatchObject({
      id: null,
      state: "refused",
      counts: { added: 3, warnings: 1 },
      problems: [{ line: 3, code: "scale", severity: "warning" }],
    });
    const query = { source: "NBKR", accept: "jump,scale" };
    const { body: report, response } = await app.ask("postImport", {}, query, init(slip));
    expect([response.status, report.state, report.counts.warnings]).toEqual([201, "committed", 1]);
  });

  it("shows them in a dry run, which it answers with 200", async () => {
    const query = { source: "DRY", dryRun: "true" };
    const { body, response } = await app.ask("postImport", {}, query, init(slip));
    expect(response.status).toBe(200);
    expect(body).toMatchObject({ state: "preview", problems: [{ line: 3, code: "scale" }] });
  });

  it.each(["everything", "scale,", "", "not-a-number"])("takes no accept=%s", async (codes) => {
    const { body } = await app.refused(`/api/v1/imports?source=NBKR&accept=${codes}`, init(slip));
    expect(body).toMatchObject({
      type: "/problems/invalid-query",
      errors: [{ parameter: "accept" }],
    });
  });
});
