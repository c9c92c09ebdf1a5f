import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { startApp } from "../../support/app.ts";
import { ratesFile } from "../../support/import-text.ts";

const app = startApp();
const authorized = () => ({ Authorization: `Bearer ${app.token}` });
const post = (
  text: string | Buffer<ArrayBuffer>,
  query: Record<string, string> = {},
  type = "text/csv",
) =>
  app.ask(
    "postImport",
    {},
    { source: "NBKR", ...query },
    { headers: { ...authorized(), "Content-Type": type }, body: text },
  );

describe("POST /api/v1/imports", () => {
  it("stores a file, says where its report is, and shows it there", async () => {
    const { body, response } = await post(ratesFile({ "2026-08-01": "87.4500" }), {
      filename: "nbkr.csv",
    });
    expect(response.status).toBe(201);
    expect(response.headers.get("location")).toBe(`/api/v1/imports/${body.id}`);
    expect(body).toMatchObject({
      by: "test",
      file: { name: "nbkr.csv", encoding: "utf-8", delimiter: "," },
    });
    expect((await app.ask("import", { id: String(body.id) })).body).toEqual(body);
    expect((await app.ask("imports", {}, { limit: "1" })).body.imports).toEqual([body]);
  });

  it("answers 200 to a dry run and to a file that changes nothing", async () => {
    const file = ratesFile({ "2026-08-02": "87.4500" });
    const dry = await post(file, { dryRun: "true" });
    expect([dry.response.status, dry.body.state]).toEqual([200, "preview"]);
    await post(file);
    const again = await post(file);
    expect([again.response.status, again.body.state]).toEqual([200, "unchanged"]);
  });

  it("answers a bad line with the report, and stores nothing", async () => {
    const init = {
      method: "POST",
      headers: { ...authorized(), "Content-Type": "text/csv" },
      body: "date,base,quote,rate\n2026-08-03,USD,KGS,87\n2026-08-04,USD,KGS,eighty\n",
    };
    const { body } = await app.refused("/api/v1/imports?source=NBKR", init);
    expect(body).toMatchObject({
      type: "/problems/rejected-rows",
      errors: [{ line: 3 }],
      report: {
        id: null,
        state: "refused",
        problems: [{ line: 3, column: "rate", text: "eighty" }],
      },
    });
    const { body: kept } = await app.ask(
      "observations",
      { dataset: "FX", key: "D.USD.KGS.NBKR" },
      { start: "2026-08-03", end: "2026-08-04" },
    );
    expect(kept.observations).toEqual([]);
  });

  it("takes a form with a mapping, and gzip", async () => {
    const form = new FormData();
    form.set("file", new Blob(["day;som\n2026-08-05;87.5\n"]), "som.csv");
    const dimensions = { BASE: { value: "USD" }, QUOTE: { value: "KGS" } };
    form.set("mapping", JSON.stringify({ dataset: "FX", period: "day", value: "som", dimensions }));
    const { body } = await app.ask(
      "postImport",
      {},
      { source: "NBKR" },
      { headers: authorized(), body: form },
    );
    expect(body).toMatchObject({
      state: "committed",
      file: { name: "som.csv", delimiter: ";" },
      counts: { added: 1 },
    });
    const zipped = await post(
      gzipSync(ratesFile({ "2026-08-06": "87.6" })),
      {},
      "application/gzip",
    );
    expect(zipped.body.counts.added).toBe(1);
    const coded = { headers: { ...authorized(), "Content-Encoding": "br" }, body: "x" };
    const { body: packed } = await app.refused("/api/v1/imports", { method: "POST", ...coded });
    expect(packed.type).toBe("/problems/unsupported-media");
  });

  it("takes a form's mapping as a file too, as curl sends it, and its file's name as UTF-8", async () => {
    const form = new FormData();
    const dimensions = { BASE: { value: "USD" }, QUOTE: { value: "KGS" } };
    const mapping = JSON.stringify({ dataset: "FX", period: "day", value: "som", dimensions });
    form.set("file", new Blob(["day;som\n2026-08-05;87.5\n"]), "курсы.csv");
    form.set("mapping", new Blob([mapping]), "mapping.json");
    const sent = { headers: authorized(), body: form };
    const { body } = await app.ask("postImport", {}, { source: "AS_FILE", dryRun: "true" }, sent);
    expect(body).toMatchObject({ file: { name: "курсы.csv" }, counts: { added: 1 } });
  });

  it.each([
    ["no token", { body: "x" }, "unauthorized"],
    [
      "a token that nobody made",
      { body: "x", headers: { Authorization: "Bearer kurs_nope" } },
      "unauthorized",
    ],
  ])("refuses %s", async (_, init, kind) => {
    const { body } = await app.refused("/api/v1/imports", { method: "POST", ...init });
    expect(body.type).toBe(`/problems/${kind}`);
  });

  it.each([
    ["a picture", "image/png", "x", "unsupported-media"],
    ["a workbook", "text/csv", "PK\u0003\u0004zip", "unreadable-file"],
    ["an empty file", "text/csv", "", "unreadable-file"],
    ["a page", "text/csv", "<!DOCTYPE html><html></html>", "unreadable-file"],
    ["more bytes than it takes", "text/csv", "x".repeat(1_000_001), "too-large"],
    ["a bomb of gzip", "application/gzip", gzipSync("0".repeat(5_000_000)), "too-large"],
    ["what only looks like gzip", "application/gzip", "x", "unreadable-file"],
  ])("refuses %s", async (_, type, body, kind) => {
    const init = { method: "POST", headers: { ...authorized(), "Content-Type": type }, body };
    const { body: problem } = await app.refused("/api/v1/imports?source=NBKR", init);
    expect(problem.type).toBe(`/problems/${kind}`);
  });

  it.each([
    ["a form without a boundary", "multipart/form-data", "x"],
    [
      "a form that is cut off",
      "multipart/form-data; boundary=b",
      '--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nx',
    ],
  ])("refuses %s", async (_, type, body) => {
    const init = { method: "POST", headers: { ...authorized(), "Content-Type": type }, body };
    expect((await app.refused("/api/v1/imports?source=NBKR", init)).body.type).toBe(
      "/problems/invalid-body",
    );
  });

  it("goes on after an upload that was cut off", async () => {
    const cut = new AbortController();
    const drip = new ReadableStream({
      start(stream) {
        stream.enqueue(new TextEncoder().encode("date,base,quote,rate\n2026-08-07,USD,KGS,87.7\n"));
        setTimeout(() => cut.abort(), 50);
      },
    });
    const headers = { ...authorized(), "Content-Type": "text/csv" };
    const init = {
      method: "POST",
      headers,
      body: drip,
      duplex: "half",
      signal: cut.signal,
    } as RequestInit;
    await expect(fetch(`${app.address}/api/v1/imports?source=NBKR`, init)).rejects.toThrow();
    const { body } = await app.ask(
      "observations",
      { dataset: "FX", key: "D.USD.KGS.NBKR" },
      { start: "2026-08-07", end: "2026-08-07" },
    );
    expect(body.observations).toEqual([]);
  });
});

it("a packed file has the same fingerprint and receipts as the file itself, by whatever way it comes", async () => {
  const file = ratesFile({ "2026-08-10": "87.1200", "2026-08-11": "87.1300" });
  const form = new FormData();
  form.set("file", new Blob([gzipSync(file)]), "rates.csv.gz");
  const { body } = await app.ask(
    "postImport",
    {},
    { source: "PACKED" },
    { headers: authorized(), body: form },
  );
  expect(body.file).toMatchObject({ name: "rates.csv", bytes: file.length });
  const key = { dataset: "FX", key: "D.USD.KGS.PACKED", period: "2026-08-11" };
  expect((await app.ask("receipt", key)).body.text).toBe("2026-08-11,USD,KGS,87.1300");
  const again = await app.ask(
    "postImport",
    {},
    { source: "PACKED" },
    { headers: { ...authorized(), "Content-Type": "text/csv" }, body: file },
  );
  expect(again.body.alreadyImported?.id).toBe(body.id);
});

it("a form with a packed file is limited by what comes out of it", async () => {
  const form = new FormData();
  form.set("file", new Blob([gzipSync("0".repeat(5_000_000))]), "zeros.csv.gz");
  const init = { method: "POST", headers: authorized(), body: form };
  const { body } = await app.refused("/api/v1/imports?source=NBKR", init);
  expect(body.type).toBe("/problems/too-large");
});

it("the report names the sources that are new, also of a dry run, and none that are known", async () => {
  const file = ratesFile({ "2026-08-14": "87.4" });
  const dry = await post(file, { source: "NBKX", dryRun: "true" });
  expect(dry.body.newSources).toEqual(["NBKX"]);
  const stored = await post(file, { source: "NBKX" });
  expect(stored.body.newSources).toEqual(["NBKX"]);
  const next = await post(ratesFile({ "2026-08-15": "87.4" }), { source: "NBKX" });
  expect(next.body.newSources).toEqual([]);
});

describe("GET /api/v1/imports/{id}/file", () => {
  it("gives the file back byte for byte, under its name", async () => {
    const file = ratesFile({ "2026-08-09": "87.9000" });
    const { body } = await post(file, { filename: "som.csv" });
    const response = await fetch(`${app.address}/api/v1/imports/${body.id}/file`);
    expect(response.headers.get("content-disposition")).toBe("attachment; filename=som.csv");
    expect(await response.text()).toBe(file);
  });

  it("has none of an undo, nor of an import that is not there", async () => {
    expect((await app.refused("/api/v1/imports/99999/file")).body.type).toBe("/problems/not-found");
  });
});

describe("POST /api/v1/imports/{id}/undo", () => {
  it("takes an import back once, and the report says by whom it was", async () => {
    const { body } = await post(ratesFile({ "2026-08-08": "87.8" }));
    const id = String(body.id);
    const undone = await app.ask("postUndo", { id }, {}, { headers: authorized() });
    expect(undone.body).toMatchObject({ undoes: body.id, file: null, counts: { withdrawn: 1 } });
    expect((await app.ask("import", { id })).body.undoneBy).toBe(undone.body.id);
    const { body: problem } = await app.refused(`/api/v1/imports/${id}/undo`, {
      method: "POST",
      headers: authorized(),
    });
    expect(problem.type).toBe("/problems/conflict");
  });

  it("needs a token, and an import that is there", async () => {
    expect((await app.refused("/api/v1/imports/1/undo", { method: "POST" })).body.type).toBe(
      "/problems/unauthorized",
    );
    const { body } = await app.refused("/api/v1/imports/99999/undo", {
      method: "POST",
      headers: authorized(),
    });
    expect(body.type).toBe("/problems/not-found");
  });
});
