import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { link, open, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { StartError } from "../../contract/start-error.ts";

/**
 * The password of the database in this folder: 256 random bits, kept in the file `password` that only its owner may
 * read. Made at the first call, the same ever after, also when several processes ask at once. Throws a StartError when
 * the database is there and the file is not.
 */
export async function embeddedPassword(folder: string): Promise<string> {
  const file = join(folder, "password");
  if (!existsSync(file)) await makePassword(folder, file);
  return (await readFile(file, "utf8")).trim();
}

async function makePassword(folder: string, file: string): Promise<void> {
  if (existsSync(join(folder, "database"))) {
    throw new StartError(
      `${file} is missing, and the database beside it does not open without it: put the file back from your copy of the folder, or set DATA_DIR to another folder.`,
    );
  }
  const draft = `${file}.${process.pid}.${randomBytes(4).toString("hex")}`;
  try {
    await writeToDisk(draft, `${randomBytes(32).toString("hex")}\n`);
    // A link appears whole and never replaces: of several processes one wins, and the others read its password.
    await link(draft, file).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
  } finally {
    await rm(draft, { force: true });
  }
}

async function writeToDisk(file: string, text: string): Promise<void> {
  const opened = await open(file, "wx", 0o600);
  try {
    await opened.writeFile(text);
    await opened.sync();
  } finally {
    await opened.close();
  }
}
