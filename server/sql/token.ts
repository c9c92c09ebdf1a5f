import type { Reader, Writer } from "./database.ts";

/** A token's label and history; the token itself is kept nowhere. */
export interface TokenRow {
  label: string;
  createdAt: string;
  revokedAt: string | null;
}

/** Records the hash of a new token. Returns false when the label is taken. */
export async function insertToken(db: Writer, label: string, sha256: string): Promise<boolean> {
  const text = "insert into token (label, sha256) values ($1, $2) on conflict do nothing";
  const { rowCount } = await db.query(text, [label, sha256]);
  return rowCount === 1;
}

/** The label of a token in force; undefined when there is none of this hash. */
export async function selectTokenLabel(db: Reader, sha256: string): Promise<string | undefined> {
  const text = "select label from token where sha256 = $1 and revoked_at is null";
  const { rows } = await db.query<{ label: string }>(text, [sha256]);
  return rows[0]?.label;
}

/** All tokens, newest first. */
export async function selectTokens(db: Reader): Promise<TokenRow[]> {
  const text = `select label, created_at as "createdAt", revoked_at as "revokedAt" from token order by created_at desc`;
  const { rows } = await db.query<TokenRow>(text);
  return rows;
}

/** Ends a token at once. Returns false when no token in force has the label. */
export async function revokeToken(db: Writer, label: string): Promise<boolean> {
  const text = "update token set revoked_at = now() where label = $1 and revoked_at is null";
  const { rowCount } = await db.query(text, [label]);
  return rowCount === 1;
}
