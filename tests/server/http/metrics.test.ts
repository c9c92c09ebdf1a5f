import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { startApp } from "../../support/app.ts";
import { eventually } from "../../support/eventually.ts";
import { postRates } from "../../support/post-rates.ts";

const app = startApp();

const read = async (): Promise<string> => (await fetch(`${app.address}/metrics`)).text();

/** The value of one metric with exactly these labels; 0 where it was never counted. */
async function valueOf(name: string, labels: Readonly<Record<string, string>> = {}) {
  const text = Object.entries(labels).map(([label, value]) => `${label}="${value}"`);
  const line = `${name}${text.length > 0 ? `{${text.join(",")}}` : ""} `;
  const found = (await read()).split("\n").find((one) => one.startsWith(line));
  return Number(found?.slice(line.length) ?? 0);
}

const requests = (method: string, route: string, status: string) =>
  valueOf("kurs_http_requests_total", { method, route, status });

describe("GET /metrics", () => {
  it("is Prometheus's text, each metric with a word of help, kept by no cache", async () => {
    const response = await fetch(`${app.address}/metrics`);
    expect(response.headers.get("content-type")).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(response.headers.get("cache-control")).toBe("no-store");
    const lines = (await response.text()).split("\n").filter((line) => line !== "");
    const sample = /^[a-z\d_]+(\{[a-z]+="[^"\n]*"(,[a-z]+="[^"\n]*")*\})? (-?[\d.e+-]+|NaN|\+Inf)$/;
    for (const line of lines) if (!line.startsWith("# ")) expect(line).toMatch(sample);
    const named = new Set(lines.map((line) => /^# HELP (\S+) \S/.exec(line)?.[1]));
    for (const line of lines) {
      const [, name] = /^# TYPE (\S+)/.exec(line) ?? [];
      if (name !== undefined) expect(named, name).toContain(name);
    }
  });

  it("has the metrics that the README tells, and no others of its own", async () => {
    const names = [...(await read()).matchAll(/^# TYPE (kurs_\w+)/gm)].map(([, name]) => name);
    const rows = (await readFile("README.md", "utf8")).match(/^\| `kurs_.*$/gm) ?? [];
    const told = rows.flatMap((row) => row.split("|")[1]!.match(/kurs_\w+/g) ?? []);
    expect(told.sort()).toEqual(names.sort());
  });

  it("counts requests by route and status, those that were kept and those that are not there", async () => {
    const route = "/api/v1/series/{dataset}/{key}/observations";
    const path = "/api/v1/series/FX/D.USD.KGS.MARKET/observations?last=3";
    const before = await requests("GET", route, "200");
    const hits = await valueOf("kurs_kept_answers_hits_total");
    for (let n = 0; n < 3; n += 1) await (await fetch(app.address + path)).text();
    await eventually(async () => expect(await requests("GET", route, "200")).toBe(before + 3));
    expect(await valueOf("kurs_kept_answers_hits_total")).toBe(hits + 2);
    expect(await valueOf("kurs_kept_answers_bytes")).toBeGreaterThan(0);

    await fetch(`${app.address}/api/v1/series/FX/D.XXX.KGS.MARKET/observations`);
    await eventually(async () => expect(await requests("GET", route, "404")).toBe(1));
  });

  it("has no more routes than the contract, whatever is asked for", async () => {
    const secret = "kurs_0123456789";
    const asked = ["/wp-login.php", `/api/v1/${secret}`, '/a"}b{c', `/api/v1/sources/${secret}`];
    for (const path of asked) await fetch(`${app.address}${path}?token=${secret}`);
    await fetch(`${app.address}/api/v1/imports`, { method: "PATCH" });
    await eventually(async () => expect(await requests("GET", "none", "404")).toBeGreaterThan(2));
    const text = await read();
    expect(text).not.toContain(secret);
    expect(text).toContain('method="other"');
  });

  it("counts who leaves the stream of changes as answered, as that is its only end", async () => {
    const left = new AbortController();
    const path = `${app.address}/api/v1/changes`;
    const { body } = await fetch(path, { signal: left.signal });
    await body!.getReader().read();
    left.abort();
    await eventually(async () => expect(await requests("GET", "/api/v1/changes", "200")).toBe(1));
    expect(await requests("GET", "/api/v1/changes", "499")).toBe(0);
  });

  it("times the answers that were made", async () => {
    const route = "/api/v1/rates/latest";
    await app.ask("latestRates", {}, { base: "USD", quotes: "KGS" });
    const labels = { method: "GET", route };
    await eventually(async () =>
      expect(await valueOf("kurs_http_request_duration_seconds_count", labels)).toBe(1),
    );
  });

  it("counts imports by what they came to, and tells how old the last of each source is", async () => {
    await postRates(app, { "2026-07-01": "87.1", "2026-07-02": "87.2" }, "METER");
    expect(await valueOf("kurs_imports_total", { outcome: "committed" })).toBe(1);
    expect(await valueOf("kurs_import_rows_total", { result: "added" })).toBe(2);
    const headers = { Authorization: `Bearer ${app.token}`, "Content-Type": "text/csv" };
    await app.refused("/api/v1/imports", { method: "POST", headers, body: "no,table\n1,2\n" });
    expect(await valueOf("kurs_imports_total", { outcome: "refused" })).toBe(1);
    const dry = "/api/v1/imports?dryRun=true";
    await app.refused(dry, { method: "POST", headers, body: "no,table\n1,2\n" });
    expect(await valueOf("kurs_imports_total", { outcome: "refused" })).toBe(1);
    expect(await valueOf("kurs_imports_total", { outcome: "preview" })).toBe(1);
    await eventually(async () =>
      expect(await read()).toMatch(/^kurs_last_import_age_seconds\{source="METER"\} [\d.e-]+$/m),
    );
  });

  it("tells of the pools, the database, whether it is heard, and the event loop", async () => {
    expect(await valueOf("kurs_database_up")).toBe(1);
    expect(await valueOf("kurs_listening_up")).toBe(1);
    expect(await valueOf("kurs_kept_files_bytes")).toBeGreaterThan(0);
    expect(await valueOf("kurs_pool_connections", { pool: "main" })).toBeGreaterThan(0);
    expect(await valueOf("kurs_pool_waiting", { pool: "readers" })).toBe(0);
    expect(await read()).toMatch(/^nodejs_eventloop_lag_seconds /m);
  });
});
