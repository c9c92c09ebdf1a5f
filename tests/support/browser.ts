import { mkdirSync } from "node:fs";
import axe from "axe-core";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject } from "vitest";
import { cloneDatabase, type TestDatabase } from "./database.ts";
import { startKurs } from "./run-kurs.ts";
import { goTo, untilDrawn, watchRequests } from "./still-page.ts";

/** The real server, started as a reader would start it, and a real browser to look at it. */
export interface TestSite {
  readonly address: string;
  readonly database: TestDatabase;
  /**
   * Opens a page, waits until nothing is loading any more, gives it to `look`, and fails on any error in the console.
   */
  visit: (
    path: string,
    look: (page: Page) => Promise<void>,
    options?: VisitOptions,
  ) => Promise<void>;
}

interface VisitOptions {
  width?: number;
  theme?: "light" | "dark";
  /** Errors in the console that belong to what is tested. */
  expected?: RegExp;
}

const flags =
  "--no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-component-update --disable-sync --disable-quic";

/** Starts server and browser for the calling test file, on a database of its own, with the settings that it wants. */
export function startSite(
  template: "empty" | "fixtures" = "fixtures",
  settings: Record<string, string> = {},
): TestSite {
  const database = cloneDatabase(template);
  let address = "";
  let stop = () => Promise.resolve();
  let browser: Browser;

  beforeAll(async () => {
    const { child, address: found } = await startKurs({
      DATABASE_URL: database.url,
      LOAD_FIXTURES: "false",
      DATA_DIR: inject("folder"),
      ...settings,
    });
    address = found;
    stop = () =>
      new Promise((resolve) => {
        child.once("exit", () => resolve());
        child.kill("SIGTERM");
      });
    const { path, libraries } = inject("browser");
    const env = { ...process.env, ...(libraries && { LD_LIBRARY_PATH: libraries }) } as Record<
      string,
      string
    >;
    browser = await chromium.launch({ executablePath: path, args: flags.split(" "), env });
  });
  afterAll(async () => {
    await browser.close();
    await stop();
  });

  return {
    database,
    get address() {
      return address;
    },
    async visit(path, look, { width = 1280, theme = "light", expected } = {}) {
      const context = await browser.newContext({
        viewport: { width, height: 900 },
        colorScheme: theme,
        reducedMotion: "reduce",
      });
      const page = await context.newPage();
      const errors: string[] = [];
      page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
      page.on("pageerror", (error) => errors.push(error.message));
      try {
        watchRequests(page);
        await goTo(page, `${address}${path}`);
        await look(page);
        expect(
          errors.filter((error) => !expected?.test(error)),
          path,
        ).toEqual([]);
      } finally {
        await context.close();
      }
    },
  };
}

/** A rule of axe that a page breaks, and where. */
interface Fault {
  impact: string | null;
  told: string;
}

/** Only what is wrong leaves the page: the whole result takes longer to send than to find. */
async function faultsIn(page: Page): Promise<Fault[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations } = await window.axe.run({ resultTypes: ["violations"] });
    return violations.map(({ id, impact, nodes }) => ({
      impact,
      told: `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`,
    }));
  });
}

/** What axe finds on a page, of whatever level: nothing, or the rules and the places. */
export async function allFaults(page: Page): Promise<string[]> {
  return (await faultsIn(page)).map(({ told }) => told);
}

/** What axe finds that a reader could not live with. */
export async function seriousFaults(page: Page): Promise<string[]> {
  return (await faultsIn(page))
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ told }) => told);
}

/** By how many CSS pixels a page is wider than its window; at most 0 where everything fits. */
export async function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}

/**
 * Lays a page out anew at each width in each theme, and gives it to `look`; it begins in the dark, at the first width.
 */
export async function inEachShape(
  page: Page,
  widths: readonly number[],
  look: (width: number, theme: "light" | "dark") => Promise<void>,
): Promise<void> {
  for (const theme of ["dark", "light"] as const) {
    await page.emulateMedia({ colorScheme: theme });
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      await untilDrawn(page);
      await look(width, theme);
    }
  }
}

/** All the text that a reader sees, inside the components too. */
export async function visibleText(page: Page): Promise<string> {
  return page.evaluate(() => {
    const textsIn = (node: Node): string[] => {
      if (node instanceof HTMLStyleElement || node instanceof HTMLScriptElement) return [];
      if (node.nodeType === Node.TEXT_NODE) return [node.textContent ?? ""];
      const root = node instanceof Element && node.shadowRoot ? node.shadowRoot : node;
      return [...root.childNodes].flatMap(textsIn);
    };
    return textsIn(document.body)
      .filter((text) => text.trim() !== "")
      .join("\n");
  });
}

/** Keeps a picture of a page in a folder that git does not see; as JPEG, which is drawn in half the time of PNG. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  mkdirSync("artefacts", { recursive: true });
  const path = `artefacts/${name}.jpg`;
  await page.screenshot({ path, type: "jpeg", quality: 80, fullPage: true });
}

declare global {
  interface Window {
    axe: {
      run: (options: { resultTypes: ["violations"] }) => Promise<{
        violations: { id: string; impact: string | null; nodes: { target: string[] }[] }[];
      }>;
    };
  }
}
