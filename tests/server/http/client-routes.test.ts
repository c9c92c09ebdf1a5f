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
  const texts = { ru: { window: "{title}", pages: { rates } } };
  await mkdir(join(folder, ".vite"));
  await writeFile(join(folder, ".vite/shell-texts.json"), JSON.stringify(texts));
  await writeFile(join(folder, "index.html"), '<!doctype html><html lang="en"></html>');
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

it("an address that names no page is shown as such, with 404", async () => {
  for (const path of ["/ru/nowhere", "/ru/rates"])
    expect((await fetch(app.address + path)).status, path).toBe(404);
});
