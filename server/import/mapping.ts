import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { Mapping } from "../contract/mapping.ts";
import { MappingName } from "../contract/stored-mapping.ts";
import { KursError } from "../domain/kurs-error.ts";
import { type BeforeCommit, type Pool, writing } from "../sql/database.ts";
import { upsertMapping } from "../sql/mapping.ts";

/** Reads a mapping from JSON text. Throws "invalid-body" with one entry for each fault; `name` says what it is a mapping of. */
export function readMapping(text: string, name = "The mapping"): Mapping {
  const parsed = Mapping.safeParse(readJsonText(text, name));
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.map(({ path, message }) => ({
    parameter: String(path[0] ?? "body"),
    message: `${path.length > 0 ? path.join(".") : "body"}: ${message}`,
  }));
  const faults = errors.map(({ message }) => message).join("; ");
  throw new KursError("invalid-body", `${name} is not valid: ${faults}`, { errors });
}

/** Stores a mapping under a name, in place of the one that had it. Throws "invalid-query" for what is no name. */
export async function saveMapping(
  pool: Pool,
  { name, mapping, by }: { name: string; mapping: Mapping; by: string },
  beforeCommit?: BeforeCommit,
): Promise<void> {
  const { success, error } = MappingName.safeParse(name);
  if (!success) {
    const message = `name ${error.issues[0]?.message ?? "is wrong"}`;
    throw new KursError("invalid-query", message, { errors: [{ parameter: "name", message }] });
  }
  await writing(pool, async (db) => {
    await upsertMapping(db, { name, mapping, savedBy: by });
    await beforeCommit?.(db);
  });
}

/** Stores every mapping of a folder, each under its file's name; nothing when there is no such folder. */
export async function loadMappings(pool: Pool, folder: string, by: string): Promise<void> {
  for (const file of await filesIn(folder)) {
    const mapping = readMapping(await readFile(join(folder, file), "utf8"), file);
    await saveMapping(pool, { name: basename(file, ".json"), mapping, by });
  }
}

async function filesIn(folder: string): Promise<string[]> {
  try {
    const names = await readdir(folder);
    return names.filter((name) => name.endsWith(".json")).sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

function readJsonText(text: string, name: string): unknown {
  const value = parseJson(text, name);
  // Half of a pair of surrogates, which is no text, stays an escape when it is written again; no database keeps it.
  if (!/(?<!\\)(?:\\\\)*\\ud[89a-f]/.test(JSON.stringify(value))) return value;
  throw new KursError("invalid-body", `${name} contains characters that are no text.`);
}

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new KursError("invalid-body", `${name} is not JSON.`, { cause });
  }
}
