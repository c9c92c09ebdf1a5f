import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cloneDatabase } from "../../support/database.ts";
import { type RunningApp, runApp } from "../../support/app.ts";

const database = cloneDatabase("empty");
let folder: string;
let app: RunningApp;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kurs-client-"));
  await mkdir(join(folder, "assets"));
  await writeFile(join(folder, "assets/a.js"), "0;");
  await writeFile(join(folder, "icon.svg"), "<svg/>");
  const rates = { title: "{base}/{quote}", description: "" };
  const overview = { title: "Overview", description: "" };
  const texts = { ru: { window: "{title}", pages: { rates, overview } } };
  await mkdir(join(folder, ".vite"));
  await writeFile(join(folder, ".vite/shell-texts.json"), JSON.stringify(texts));
  await writeFile(
    join(folder, "index.html"),
    '<!doctype html><html lang="en"><head></head></html>',
  );
  app = await runApp(database.pool, { clientFolder: folder });
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

describe.each(["/icon.svg", "/assets/a.js", "/ru/rates/usd-kgs"])("%s", (path) => {
  it.each([
    { Range: "bytes=0-0" },
    { Range: "bytes=999999-" },
    { "If-Match": '"another"' },
    { "If-Unmodified-Since": "Mon, 23 Nov 1998 10:00:00 GMT" },
  ])("comes whole, whatever part or version is asked for: %o", async (headers) => {
    const whole = await (await fetch(app.address + path)).text();
    const response = await fetch(app.address + path, { headers: headers as HeadersInit });
    expect([response.status, await response.text()]).toEqual([200, whole]);
  });
});

it("the front page and the API's page are found without a language, in the best that the reader knows", async () => {
  for (const [path, page] of [
    ["/", "/ky/"],
    ["/api", "/ky/api"],
  ]) {
    const headers = { "Accept-Language": "de, ky;q=0.8" };
    const response = await fetch(`${app.address}${path}`, { headers, redirect: "manual" });
    expect([response.status, response.headers.get("location")]).toEqual([302, page]);
  }
});

it("an address that names no page is shown as such, with 404", async () => {
  expect((await fetch(`${app.address}/ru/nowhere`)).status).toBe(404);
});

it("a page that is asked for by another path says its own: small letters, and no list but the overview", async () => {
  for (const [path, own] of [
    ["/ru/rates/USD-KGS", "/ru/rates/usd-kgs"],
    ["/ru/rates", "/ru/"],
    ["/ru/indicators", "/ru/"],
  ]) {
    const response = await fetch(`${app.address}${path}`);
    expect([response.status, await response.text()], path).toEqual([
      200,
      expect.stringContaining(`rel="canonical" href="${app.address}${own}"`),
    ]);
  }
});
