import type { Reader } from "./database.ts";

/** PostgreSQL's version, its first number: 18 of "18.4". */
export async function selectServerVersion(db: Reader): Promise<number> {
  const { rows } = await db.query<{ version: string }>(
    "select current_setting('server_version_num') as version",
  );
  return Math.floor(Number(rows[0]?.version) / 10_000);
}

/** Which PostgreSQL this is, as it says itself. */
export async function selectServerName(db: Reader): Promise<string> {
  const { rows } = await db.query<{ version: string }>(
    "select 'PostgreSQL ' || current_setting('server_version') as version",
  );
  return rows[0]?.version ?? "PostgreSQL";
}
