import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createToken } from "../import/token.ts";
import { type Pool, reading } from "../sql/database.ts";
import { selectTokens } from "../sql/token.ts";

/** Makes a token for a database that has none, and keeps it in the data folder, readable by its owner alone. Returns it when it was made just now. */
export async function firstToken(pool: Pool, folder: string): Promise<string | undefined> {
  const tokens = await reading(pool, selectTokens);
  if (tokens.length > 0) return undefined;
  const token = await createToken(pool, "first");
  await mkdir(folder, { recursive: true });
  const path = join(folder, "token");
  // A file that is there keeps its mode, so one left by an older database goes first.
  await rm(path, { force: true });
  await writeFile(path, `${token}\n`, { mode: 0o600 });
  return token;
}
