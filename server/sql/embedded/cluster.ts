import { chown, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { StartError } from "../../contract/start-error.ts";
import { embeddedAccount } from "./account.ts";
import { type Binaries, embeddedBinaries } from "./binaries.ts";
import { type Account, runCommand } from "./command.ts";
import { makeOnce } from "./once.ts";
import { embeddedPassword } from "./password.ts";

/** PostgreSQL's own administrator, whom only the upkeep of the database logs in as. */
export const administrator = "postgres";

/** One database cluster on the disk, and all that it takes to run it. */
export interface Cluster {
  /** The data folder, as its real path. */
  folder: string;
  /** PostgreSQL's folder in it. */
  database: string;
  /** The file that the server writes its messages to. */
  log: string;
  password: string;
  account: Account;
  binaries: Binaries;
  /** False only for tests: a crash of the machine may then lose everything. */
  fsync: boolean;
}

/**
 * The cluster in a folder that `embeddedFolder` answered, made when there is none. Throws a StartError when it belongs
 * to another major version of PostgreSQL, is none, or cannot be made.
 */
export async function embeddedCluster(folder: string, fsync: boolean): Promise<Cluster> {
  const account = await embeddedAccount(folder);
  const binaries = await embeddedBinaries(account, folder);
  const password = await embeddedPassword(folder);
  const database = join(folder, "database");
  const cluster = {
    folder,
    database,
    log: join(folder, "database.log"),
    password,
    account,
    binaries,
    fsync,
  };
  await makeOnce(database, account, (workshop) => initialise(cluster, workshop));
  await checkVersion(cluster);
  return cluster;
}

async function initialise(
  { password, account, binaries, fsync }: Cluster,
  workshop: string,
): Promise<string> {
  const passwordFile = join(workshop, "password");
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (account) await chown(passwordFile, account.uid, account.gid);
  const made = join(workshop, "database");
  // The built-in provider sorts by code point, the same on every machine; a system's locale would not.
  const locale = [
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
  ];
  const access = [
    `--username=${administrator}`,
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
  ];
  const speed = fsync ? [] : ["--no-sync"];
  const args = ["-D", made, ...locale, ...access, ...speed, "--no-instructions"];
  const { code, output } = await runCommand(binaries.initdb, args, { account, cwd: workshop });
  if (code === 0) return made;
  const lines = output.split("\n");
  const reason = lines.findLast((line) => /(FATAL|PANIC|error):/.test(line)) ?? lines.at(-1);
  throw new StartError(
    `PostgreSQL could not make its database (${reason || code}): mend that, or set DATA_DIR to another folder.`,
  );
}

async function checkVersion({ database, binaries }: Cluster): Promise<void> {
  const found = await readFile(join(database, "PG_VERSION"), "utf8").catch(() => undefined);
  if (found === undefined) {
    throw new StartError(
      `${database} is not a PostgreSQL database: move it away, or set DATA_DIR to another folder.`,
    );
  }
  if (Number(found) === binaries.major) return;
  throw new StartError(
    `The database in ${database} is of PostgreSQL ${found.trim()}, and this Kurs brings PostgreSQL ${binaries.major}: run "kurs backup FILE" with the Kurs that made it, then set DATA_DIR to a new folder and run "kurs restore FILE" with this one.`,
  );
}
