import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { runCommand } from "./command.ts";

/** True while a process of that number runs; one that has ended and only waits for its parent to notice does not. */
export async function isAlive(pid: number): Promise<boolean> {
  return (
    holdsNumber(pid) && (process.platform !== "linux" || (await readArguments(pid)).length > 0)
  );
}

/** True while the number is taken, be it by a process that has ended: PostgreSQL cannot tell the two apart. */
export function holdsNumber(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** True when the process is a PostgreSQL server that runs on this very folder, given as its real path. */
export async function isPostmaster(pid: number, database: string): Promise<boolean> {
  if (process.platform === "linux") {
    const [program = "", ...args] = await readArguments(pid);
    return basename(program) === "postgres" && args.includes(database);
  }
  const line = await readCommandLine(pid);
  // Windows tells the program's name, but not its arguments.
  return line.includes("postgres") && (process.platform === "win32" || line.includes(database));
}

async function readArguments(pid: number): Promise<string[]> {
  const text = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
  return text.split("\0").filter((part) => part !== "");
}

async function readCommandLine(pid: number): Promise<string> {
  const [program, ...args] =
    process.platform === "win32"
      ? (["tasklist", "/fi", `PID eq ${pid}`, "/fo", "csv", "/nh"] as const)
      : (["ps", "-p", String(pid), "-o", "command="] as const);
  const { code, output } = await runCommand(program, args, { account: undefined });
  return code === 0 ? output : "";
}
