import { createReadStream, existsSync, mkdtempSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { build } from "vite";
import { afterAll, beforeAll, expect, inject } from "vitest";

/** A page with one figure of `chart-page/chart-figures.ts`, made by the same Vite as the site. */
export interface ChartSite {
  /** Opens the figure, waits until it is drawn, gives it to `look`, and fails on any error in the console. */
  show: (
    figure: string,
    look: (page: Page) => Promise<void>,
    options?: BrowserContextOptions & { width?: number },
  ) => Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
};

/** Builds the page of charts and opens a browser for the calling test file. */
export function startChartSite(): ChartSite {
  let browser: Browser;
  let address = "";
  let folder = "";
  const server = createServer(({ url = "/" }, response) => {
    const { pathname } = new URL(url, "http://localhost");
    const file = join(folder, pathname === "/" ? "index.html" : pathname);
    if (!existsSync(file)) response.writeHead(204).end();
    else {
      response.writeHead(200, { "content-type": types[extname(file)] ?? "" });
      createReadStream(file).pipe(response);
    }
  });

  beforeAll(async () => {
    folder = mkdtempSync(join(inject("folder"), "charts-"));
    await build({
      configFile: false,
      root: "tests/support/chart-page",
      logLevel: "error",
      build: { outDir: folder, emptyOutDir: true, target: "es2022" },
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const { path, libraries } = inject("browser");
    browser = await chromium.launch({
      executablePath: path,
      args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
      env: { PATH: process.env.PATH ?? "", ...(libraries && { LD_LIBRARY_PATH: libraries }) },
    });
  });
  afterAll(async () => {
    await browser.close();
    server.close();
  });

  return {
    async show(figure, look, { width = 1280, ...options } = {}) {
      const context = await browser.newContext({
        viewport: { width, height: 900 },
        reducedMotion: "reduce",
        ...options,
      });
      const page = await context.newPage();
      const errors: string[] = [];
      page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
      page.on("pageerror", (error) => errors.push(error.message));
      try {
        await page.goto(`${address}/?figure=${figure}`, { waitUntil: "networkidle" });
        await page.waitForFunction(() => window.drawn.ready());
        await look(page);
        expect(errors, figure).toEqual([]);
      } finally {
        await context.close();
      }
    },
  };
}
