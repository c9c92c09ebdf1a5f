import { stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { StartError } from "../../contract/start-error.ts";
import { type Account, runCommand } from "./command.ts";

const name = "postgres";
const asRoot = { account: undefined };

/**
 * The user that PostgreSQL runs as for this data folder: this process's own, except under root, which PostgreSQL
 * refuses. Then it is the owner of the database that is there, else the system's user "postgres", made when it is
 * missing. Throws a StartError when it cannot be made.
 */
export async function embeddedAccount(folder: string): Promise<Account> {
  if (process.getuid?.() !== 0) return undefined;
  const database = await stat(join(folder, "database")).catch(() => undefined);
  if (database && database.uid !== 0) return { uid: database.uid, gid: database.gid };
  return (await findAccount()) ?? (await createAccount());
}

async function findAccount(): Promise<Account> {
  const [user, group] = await Promise.all(
    ["-u", "-g"].map((option) => runCommand("id", [option, name], asRoot)),
  );
  if (user?.code !== 0 || group?.code !== 0) return undefined;
  return { uid: Number(user.output), gid: Number(group.output) };
}

async function createAccount(): Promise<Account> {
  await runCommand("groupadd", ["--system", name], asRoot); // fails where the group is there: useradd will tell
  const home = ["--no-create-home", "--home-dir", "/nonexistent", "--shell", "/usr/sbin/nologin"];
  const made = await runCommand("useradd", ["--system", "--gid", name, ...home, name], asRoot);
  const account = await findAccount(); // also there when another Kurs made it at the same moment
  if (account) return account;
  throw new StartError(
    `PostgreSQL refuses to run as root, and the user "${name}" could not be made (${made.output || `useradd: ${made.code}`}): make it, start Kurs as another user, or set DATABASE_URL.`,
  );
}

/**
 * The outermost folder on the way to `folder`, itself included, that the user cannot enter; undefined when all are
 * open.
 */
export async function firstClosedFolder(
  account: Account,
  folder: string,
): Promise<string | undefined> {
  if (await canEnter(account, folder)) return undefined;
  const parent = dirname(folder);
  return (parent === folder ? undefined : await firstClosedFolder(account, parent)) ?? folder;
}

async function canEnter(account: Account, folder: string): Promise<boolean> {
  // Asked of the system as that user: mode bits alone do not tell about access lists and supplementary groups.
  const { code } = await runCommand("/bin/sh", ["-c", 'cd "$1"', "sh", folder], { account });
  return code === 0;
}
