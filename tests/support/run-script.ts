import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, realpath, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { onTestFinished } from "vitest";

/** A TypeScript file made ready for plain Node, and the folder it lies in, which every user may enter. */
export interface Script {
  path: string;
  folder: string;
}

/** A script that runs in a process of its own. */
export interface RunningScript {
  pid: number;
  /** The next line that it prints; undefined once it has printed its last. */
  readLine: () => Promise<string | undefined>;
  /** Sends it a line on its standard input. */
  send: (line: string) => void;
  /** Kills it as nothing can prevent, and waits until it is gone. */
  kill: () => Promise<void>;
  /** Its exit code once it has ended, null when a signal ended it, and what it wrote to standard error. */
  ended: Promise<{ code: number | null; stderr: string }>;
}

/**
 * Bundles a TypeScript file, with all that it imports, into one that `node` runs. A link beside it leads to our
 * node_modules, for packages that it looks up while it runs. Goes with `removeScript`.
 */
export async function bundleScript(entry: URL): Promise<Script> {
  const folder = await mkdtemp(join(await realpath(tmpdir()), "kurs-script-"));
  await chmod(folder, 0o755);
  await build({
    configFile: false,
    logLevel: "error",
    ssr: { noExternal: true },
    build: {
      ssr: fileURLToPath(entry),
      outDir: folder,
      minify: false,
      rolldownOptions: { output: { entryFileNames: "script.mjs", codeSplitting: false } },
    },
  });
  await symlink(resolve("node_modules"), join(folder, "node_modules"));
  return { path: join(folder, "script.mjs"), folder };
}

/** Removes what `bundleScript` made. */
export async function removeScript({ folder }: Script): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}

/** Runs a script, as another user where one is given. It is killed when the test is over, should it still run. */
export function runScript(
  script: Script,
  args: readonly string[],
  options: { uid?: number; gid?: number; cwd?: string } = {},
): RunningScript {
  const child = spawn(process.execPath, [script.path, ...args], { cwd: script.folder, ...options });
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  let stderr = "";
  child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
  const ended = once(child, "close").then(([code]) => ({ code: code as number | null, stderr }));
  const kill = async () => {
    child.kill("SIGKILL");
    await ended;
  };
  onTestFinished(kill);
  return {
    pid: child.pid!,
    readLine: async () => {
      const next = await lines.next();
      return next.done ? undefined : next.value;
    },
    send: (line) => child.stdin.write(`${line}\n`),
    kill,
    ended,
  };
}
