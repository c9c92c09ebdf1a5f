import type { ImportReport } from "../../server/contract/import-report.ts";
import type { TestApp } from "./app.ts";
import { ratesFile } from "./import-text.ts";

/** Imports daily rates of the dollar in som over HTTP, so that the app's very next answer knows them. */
export async function postRates(
  app: TestApp,
  rates: Readonly<Record<string, string>>,
  source = "NBKR",
): Promise<ImportReport> {
  const headers = { Authorization: `Bearer ${app.token}`, "Content-Type": "text/csv" };
  const init = { method: "POST", headers, body: ratesFile(rates) };
  return (await app.ask("postImport", {}, { source }, init)).body;
}
