// The door of `npm run bench`. Node 20 does not run TypeScript, so this one file is plain JavaScript: it bundles
// bench.ts, with the server's own code as it stands, and runs it as `node` runs the build.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "kurs-bench-script-"));
await build({
  configFile: false,
  logLevel: "error",
  ssr: { noExternal: true },
  build: {
    ssr: fileURLToPath(new URL("bench.ts", import.meta.url)),
    outDir: folder,
    minify: false,
    rolldownOptions: { output: { entryFileNames: "bench.mjs", codeSplitting: false } },
  },
});
// For packages that are looked up while it runs: the embedded server's.
symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
const words = [join(folder, "bench.mjs"), ...process.argv.slice(2)];
const child = spawn(process.execPath, words, { cwd: root, stdio: "inherit" });
// Ctrl+C reaches the child, too, which stops its database first.
process.on("SIGINT", () => undefined);
child.once("exit", (code) => {
  rmSync(folder, { recursive: true, force: true });
  process.exitCode = code ?? 1;
});
