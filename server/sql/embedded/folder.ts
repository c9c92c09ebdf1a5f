import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { chmod, realpath, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { StartError } from "../../contract/start-error.ts";
import { embeddedAccount, firstClosedFolder } from "./account.ts";
import type { Account } from "./command.ts";
import { makeFolder } from "./make-folder.ts";

/** Where root keeps what PostgreSQL's user could not reach elsewhere. */
const rootsFolder = "/var/lib/kurs";

/**
 * The folder that the data really lie in, as its real path; made when missing. It is `dataDir`, except where Kurs runs as
 * root, `dataDir` is only the default and PostgreSQL's user cannot enter it: then a folder under /var/lib/kurs named after
 * the working folder. Throws a StartError when the folder cannot be made or used.
 */
export async function embeddedFolder(choice: {
  dataDir: string;
  explicit: boolean;
}): Promise<string> {
  const wanted = resolve(choice.dataDir);
  const account = await embeddedAccount(wanted);
  if (!account || choice.explicit || hasDatabase(wanted)) return openFolder(wanted, account);

  const instead = join(rootsFolder, nameFor(dirname(wanted)));
  // Once the data are there they stay there, also when somebody opens the working folder later.
  if (hasDatabase(instead)) return openFolder(instead, await embeddedAccount(instead));
  if (!(await firstClosedFolder(account, dirname(wanted)))) return openFolder(wanted, account);
  await makeRootsFolder();
  return openFolder(instead, account);
}

/** Makes /var/lib/kurs, which everybody may enter and only root may read, and answers its path. */
export async function makeRootsFolder(): Promise<string> {
  await makeFolder(rootsFolder);
  await chmod(rootsFolder, 0o711);
  return rootsFolder;
}

function hasDatabase(folder: string): boolean {
  return existsSync(join(folder, "database"));
}

/** The working folder's own name, for people, and a hash of its path, since two may share a name. */
function nameFor(folder: string): string {
  const readable = basename(folder).replace(/[^\w.-]+/g, "_") || "root";
  return `${readable}-${createHash("sha256").update(folder).digest("hex").slice(0, 8)}`;
}

async function openFolder(folder: string, account: Account): Promise<string> {
  try {
    await makeFolder(folder, 0o700);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartError(
      `The data folder ${folder} cannot be made (${reason}): set DATA_DIR to another one.`,
      {
        cause: error,
      },
    );
  }
  if (account) await openTo(account, folder);
  return realpath(folder);
}

async function openTo(account: Account, folder: string): Promise<void> {
  if ((await firstClosedFolder(account, folder)) === folder) {
    const { mode } = await stat(folder);
    await chmod(folder, (mode & 0o7777) | 0o011); // to pass through, not to read
  }
  const closed = await firstClosedFolder(account, folder);
  if (!closed) return;
  throw new StartError(
    `The data folder ${folder} cannot be used: Kurs runs as root, PostgreSQL refuses to, and its own user cannot enter ${closed}. Run "chmod o+x ${closed}", or set DATA_DIR to a folder such as ${rootsFolder}/data.`,
  );
}
