import { randomBytes } from "node:crypto";
import { get, type IncomingMessage } from "node:http";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { startApp } from "../../support/app.ts";
import { eventually } from "../../support/eventually.ts";
import { postRates } from "../../support/post-rates.ts";
import { runKurs } from "../../support/run-kurs.ts";

const app = startApp("fixtures");
const release = (...words: string[]) =>
  runKurs(["imports", "release", ...words], { DATABASE_URL: app.database.url });
const period = { dataset: "FX", key: "D.USD.KGS.NBKR", period: "2026-08-17" };

describe("kurs imports release --before DATE", () => {
  it("says what it would release, and releases it, once", async () => {
    const { id } = await postRates(app, { "2026-08-17": "87.4500" });
    const { body: receipt, text: asked } = await app.ask("receipt", period);
    expect(receipt).toMatchObject({ line: 2, text: "2026-08-17,USD,KGS,87.4500" });
    await app.database.pool.query(
      "update import set committed_at = '2025-12-31T23:59:59.999Z' where import_id = $1",
      [id],
    );

    expect((await release("--before", "2025-12-31")).stdout).toBe(
      "No file of an import before 2025-12-31 is kept.\n",
    );
    const dry = await release("--before", "2026-01-01", "--dry-run");
    expect(dry.stdout).toMatch(
      /^1 file of imports before 2026-01-01 would be released: \d+ bytes\.\n$/,
    );
    expect((await app.ask("receipt", period)).body.text).not.toBeNull();
    const done = await release("--before", "2026-01-01", "--json");
    expect(JSON.parse(done.stdout)).toMatchObject({
      before: "2026-01-01",
      dryRun: false,
      files: 1,
      fileBytes: 48,
    });
    expect((await release("--before", "2026-01-01")).stdout).toMatch(/^No file /);

    // Whoever had the answer from before the release asks again and hears of it.
    const after = await eventually(async () => {
      const answer = await app.ask("receipt", period);
      expect(answer.body.text).toBeNull();
      return answer.text;
    });
    const line = JSON.stringify("2026-08-17,USD,KGS,87.4500");
    expect(after).toBe(
      asked
        .replaceAll(line, "null")
        .replaceAll(String(receipt.import.at), "2025-12-31T23:59:59.999Z"),
    );
  });

  it("leaves a file's address that says when its bytes went, and the others as they were", async () => {
    const { body } = await app.refused("/api/v1/imports/8/file");
    const day = new Date().toISOString().slice(0, 10);
    expect(body).toMatchObject({ type: "/problems/not-found", status: 404 });
    expect(body.detail).toBe(
      `The file of import 8 was released on ${day}: its bytes are no longer kept, its values, hash and report are.`,
    );
    expect((await fetch(`${app.address}/api/v1/imports/7/file`)).status).toBe(200);
    expect((await app.ask("import", { id: "8" })).body.file).toMatchObject({ bytes: 48 });
  });

  it("cuts a download off that it comes in the middle of, which would else look whole", async () => {
    const { id } = await postRates(app, { "2026-08-18": "87.4600" });
    const { pool } = app.database;
    const pieces = Array.from({ length: 60 }, () => gzipSync(randomBytes(256 * 1024)));
    for (const [at, bytes] of pieces.entries())
      await pool.query(
        "insert into import_piece (import_id, piece, first_line, content) values ($1, $2, 3, $3)",
        [id, at + 1, bytes],
      );
    await pool.query("update import set committed_at = '2025-12-31' where import_id = $1", [id]);
    const response = await new Promise<IncomingMessage>((resolve, reject) =>
      get(`${app.address}/api/v1/imports/${id}/file`, { agent: false }, resolve).on(
        "error",
        reject,
      ),
    );
    expect(response.statusCode).toBe(200);
    expect((await release("--before", "2026-01-01")).code).toBe(0);
    const end = new Promise((resolve, reject) => response.on("end", resolve).on("error", reject));
    response.resume();
    await expect(end).rejects.toMatchObject({ code: "ECONNRESET" });
  });

  it("takes a day and nothing else", async () => {
    expect((await release()).code).toBe(2);
    expect((await release("--before", "2026-02-30")).code).toBe(2);
  });
});
