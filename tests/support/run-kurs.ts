import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

/** What a run of the command came to. */
export interface Run {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs `kurs` with these words and this environment to its end. */
export async function runKurs(
  words: readonly string[],
  environment: Record<string, string>,
  input = "",
): Promise<Run> {
  const child = spawnKurs(words, environment);
  const run = { stdout: "", stderr: "" };
  child.stdout?.on("data", (chunk: Buffer) => (run.stdout += chunk.toString()));
  child.stderr?.on("data", (chunk: Buffer) => (run.stderr += chunk.toString()));
  child.stdin?.end(input);
  const [code] = (await once(child, "close")) as [number | null];
  return { code, ...run };
}

/** Starts `kurs` as a reader would. */
export function spawnKurs(
  words: readonly string[],
  environment: Record<string, string>,
): ChildProcess {
  const env = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    LOG_LEVEL: "error",
    ...environment,
  };
  return spawn(process.execPath, ["server/kurs.js", ...words], { env });
}

/** Starts a server on a free port and waits until it says where it is. */
export async function startKurs(
  environment: Record<string, string>,
): Promise<{ child: ChildProcess; address: string; said: () => string }> {
  const child = spawnKurs(["serve"], { PORT: "0", ...environment });
  let said = "";
  const address = await new Promise<string>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      const [, found] = /Kurs is ready at (\S+)\n/.exec(said) ?? [];
      if (found) resolve(found);
    };
    child.stdout?.on("data", listen);
    child.stderr?.on("data", listen);
    child.once("exit", (code) => reject(new Error(`kurs serve ended with ${code}: ${said}`)));
  });
  return { child, address, said: () => said };
}
