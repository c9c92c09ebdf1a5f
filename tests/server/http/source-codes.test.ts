import { expect, it } from "vitest";
import { startApp } from "../../support/app.ts";
import { ratesFile } from "../../support/import-text.ts";

const app = startApp();

it.each(["7", "_BANK", "A-B", "B".repeat(41)])(
  "refuses rates of a source that could not be stored: %s",
  async (source) => {
    const headers = { Authorization: `Bearer ${app.token}`, "Content-Type": "text/csv" };
    const init = { method: "POST", headers, body: ratesFile({ "2026-09-01": "87.1" }) };
    const { response } = await app.refused(`/api/v1/imports?source=${source}`, init);
    expect(response.status).toBe(422);
  },
);
