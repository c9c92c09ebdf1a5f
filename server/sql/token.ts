import type { Reader, Writer } from "./database.ts";

/** A token's label and history; the token itself is kept nowhere. */
export interface TokenRow {
  label: string;
  createdAt: string;
  /** To the minute; null before its first use. */
  lastUsedAt: string | null;
  revokedAt: string | null;
}

/** A token in force, and whether its last use is to be noted. */
interface TokenInForce {
  label: string;
  isUseUnnoted: boolean;
}

const unnoted = "(last_used_at is null or last_used_at < now() - interval '1 minute')";

/** Records the hash of a new token. Returns false when the label is taken. */
export async function insertToken(db: Writer, label: string, sha256: string): Promise<boolean> {
  const text = "insert into token (label, sha256) values ($1, $2) on conflict do nothing";
  const { rowCount } = await db.query(text, [label, sha256]);
  return rowCount === 1;
}

/** The token in force that has this hash; undefined when there is none. */
export async function selectToken(db: Reader, sha256: string): Promise<TokenInForce | undefined> {
  const text = `select label, ${unnoted} as "isUseUnnoted" from token where sha256 = $1 and revoked_at is null`;
  const { rows } = await db.query<TokenInForce>(text, [sha256]);
  return rows[0];
}

/**
 * Whether the token of a label is in force; while the transaction lasts, it stays so: who revokes it waits, and who
 * notes its use does not.
 */
export async function isTokenInForce(db: Writer, label: string): Promise<boolean> {
  const text = "select from token where label = $1 and revoked_at is null for key share";
  const { rowCount } = await db.query(text, [label]);
  return rowCount === 1;
}

/**
 * Notes that a token is used now, once a minute at most, and not at all while somebody else notes it or revokes the
 * token.
 */
export async function noteTokenUse(db: Writer, label: string): Promise<void> {
  const text = `
update token
set last_used_at = now()
where label = (select label from token where label = $1 and ${unnoted} for no key update skip locked)`;
  await db.query(text, [label]);
}

/** All tokens, newest first. */
export async function selectTokens(db: Reader): Promise<TokenRow[]> {
  const text = `
select label, created_at as "createdAt", last_used_at as "lastUsedAt", revoked_at as "revokedAt"
from token
order by created_at desc`;
  const { rows } = await db.query<TokenRow>(text);
  return rows;
}

/** Ends a token at once. Returns false when no token in force has the label. */
export async function revokeToken(db: Writer, label: string): Promise<boolean> {
  // As strong as a deletion, so that it waits for those who hold the token to be in force.
  const text = `
update token
set revoked_at = now()
where label = (select label from token where label = $1 and revoked_at is null for update)`;
  const { rowCount } = await db.query(text, [label]);
  return rowCount === 1;
}
