import { open, rm } from "node:fs/promises";
import { join } from "node:path";
import { StartError } from "../contract/start-error.ts";
import { createToken } from "../import/token.ts";
import { type Pool, reading } from "../sql/database.ts";
import { makeFolder } from "../sql/embedded/make-folder.ts";
import { selectTokens } from "../sql/token.ts";

/**
 * Makes a token for a database that has none, and keeps it in the data folder, readable by its owner alone. Returns it
 * when it was made just now. Throws a StartError when the folder cannot be written in; then no token was made.
 */
export async function firstToken(pool: Pool, folder: string): Promise<string | undefined> {
  const tokens = await reading(pool, selectTokens);
  if (tokens.length > 0) return undefined;
  // Before the token is made: one that could not be written down would be in force without anybody knowing it.
  const file = await openTokenFile(folder);
  try {
    const token = await createToken(pool, "first");
    await file.writeFile(`${token}\n`);
    return token;
  } finally {
    await file.close();
  }
}

async function openTokenFile(folder: string) {
  const path = join(folder, "token");
  try {
    await makeFolder(folder);
    // An existing file would keep its mode, so one left by an older database is removed first.
    await rm(path, { force: true });
    return await open(path, "wx", 0o600);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartError(
      `The import token cannot be kept in ${path} (${reason}): let this user write there, or set DATA_DIR to another folder.`,
      { cause: error },
    );
  }
}
