#!/usr/bin/env node
// The door of `npm start` and `npx kurs`. Node 20 does not run TypeScript, so this one file is plain JavaScript:
// it builds client and server when the build is missing or older than its sources, then hands over to the build.
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

async function buildAll() {
  const { build } = await import("vite");
  process.stderr.write("Building client and server …\n");
  const configFile = join(root, "vite.config.ts");
  process.chdir(root);
  await build({ configFile, logLevel: "warn" });
  await build({ configFile, logLevel: "warn", build: { ssr: true } });
}

const newest = Math.max(...sources.map(changedAt));
if (built.some((path) => changedAt(path) < newest)) {
  const from = process.cwd();
  try {
    await buildAll();
  } catch (error) {
    process.stderr.write(
      `Kurs could not be built: ${error instanceof Error ? error.message : String(error)}\nRun npm ci, then try again.\n`,
    );
    process.exit(1);
  }
  process.chdir(from);
}
await import(pathToFileURL(join(root, "dist/server/cli.js")).href);
