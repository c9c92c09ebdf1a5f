import { execFile } from "node:child_process";

/** The user that PostgreSQL's programs run as; undefined is the user of this process. */
export type Account = { uid: number; gid: number } | undefined;

/**
 * How a program ended: its exit code, or the system's code (`ENOENT`) when it could not be run, and all that it
 * printed.
 */
export interface Ending {
  code: number | string;
  output: string;
}

/** The environment for PostgreSQL's programs: without PGPORT and its like, with messages in English. */
export function postgresEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith("PG"));
  return { ...Object.fromEntries(kept), LC_ALL: "C" };
}

/**
 * Runs a program to its end as that user, in a folder that the user can enter. Never rejects: a failure is an ending,
 * too.
 */
export function runCommand(
  file: string,
  args: readonly string[],
  { account, cwd = "/" }: { account: Account; cwd?: string },
): Promise<Ending> {
  const options = { ...account, cwd, env: postgresEnvironment(), windowsHide: true };
  return new Promise((resolve) => {
    execFile(file, args, options, (error, stdout, stderr) => {
      resolve({ code: error ? (error.code ?? 1) : 0, output: (stdout + stderr).trim() });
    });
  });
}
