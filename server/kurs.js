#!/usr/bin/env node
// The door of `npm start` and `npx kurs`. Node 20 does not run TypeScript, so this one file is plain JavaScript:
// it builds client and server when the build is missing or older than its sources, then hands over to the build.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import "./steady-heap.js";

const root = fileURLToPath(new URL("../", import.meta.url));
const built = ["dist/client/index.html", "dist/server/cli.js"].map((name) => join(root, name));
const sources = ["server", "client", "package-lock.json", "vite.config.ts"].map((name) =>
  join(root, name),
);

/** The last change of a file, or of any file in a folder; 0 when it is not there.
 * @param {string} path @returns {number} */
function changedAt(path) {
  const entry = statSync(path, { throwIfNoEntry: false });
  if (!entry) return 0;
  if (!entry.isDirectory()) return entry.mtimeMs;
  return Math.max(entry.mtimeMs, ...readdirSync(path).map((name) => changedAt(join(path, name))));
}

/** Runs Vite in a process of its own, so that a server does not keep the memory that a build takes. What it prints goes to standard error.
 * @param {string[]} target @returns {Promise<void>} */
async function build(target) {
  const vite = fileURLToPath(new URL("bin/vite.js", import.meta.resolve("vite/package.json")));
  const wanted = [vite, "build", "--logLevel", "warn", ...target];
  const child = spawn(process.execPath, wanted, { cwd: root, stdio: ["ignore", 2, 2] });
  const [code] = await once(child, "exit");
  if (code !== 0) throw new Error(`vite build ${target.join(" ")} ended with ${code}.`);
}

async function buildAll() {
  process.stderr.write("Building client and server …\n");
  await Promise.all([build([]), build(["--ssr"])]);
}

const newest = Math.max(...sources.map(changedAt));
if (built.some((path) => changedAt(path) < newest)) {
  try {
    await buildAll();
  } catch (error) {
    process.stderr.write(
      `Kurs could not be built: ${error instanceof Error ? error.message : String(error)}\nRun npm ci, then try again.\n`,
    );
    process.exit(1);
  }
}
await import(pathToFileURL(join(root, "dist/server/cli.js")).href);
