import { createHash, randomBytes } from "node:crypto";
import { KursError } from "../domain/kurs-error.ts";
import { type BeforeCommit, type Pool, reading, type Writer, writing } from "../sql/database.ts";
import {
  insertToken,
  isTokenInForce,
  noteTokenUse,
  revokeToken,
  selectToken,
  selectTokens,
} from "../sql/token.ts";

/** Makes a token of 256 random bits under a label. Only its hash is kept, so this is the one time that it is seen. Throws "conflict" when the label is taken. */
export async function createToken(pool: Pool, label: string): Promise<string> {
  const token = `kurs_${randomBytes(32).toString("base64url")}`;
  if (await writing(pool, (db) => insertToken(db, label, hashToken(token)))) return token;
  const revokedAt = await revocationOf(pool, label);
  const reason = revokedAt
    ? `The label ${label} stays that of a token revoked on ${revokedAt.slice(0, 10)}, since imports and events name it`
    : `There is a token with the label ${label} already`;
  throw new KursError("conflict", `${reason}: choose another.`);
}

/** Ends a token at once. Throws "not-found" when no token has the label, and "conflict" when it was revoked before. */
export async function endToken(pool: Pool, label: string): Promise<void> {
  if (await writing(pool, (db) => revokeToken(db, label))) return;
  const revokedAt = await revocationOf(pool, label);
  throw revokedAt
    ? new KursError("conflict", `${label} was revoked already, on ${revokedAt.slice(0, 10)}.`)
    : new KursError("not-found", `No token has the label ${label}.`);
}

async function revocationOf(pool: Pool, label: string): Promise<string | null> {
  const tokens = await reading(pool, selectTokens);
  return tokens.find((token) => token.label === label)?.revokedAt ?? null;
}

/**
 * The label of a token in force; undefined for any other text. Its use is noted beside, once a minute, and `onError` hears
 * when that cannot be: no writer is refused for it.
 */
export async function labelOfToken(
  pool: Pool,
  token: string,
  onError: (error: unknown) => void,
): Promise<string | undefined> {
  // Looked up by its hash, so that no comparison of secrets can be timed.
  const found = await reading(pool, (db) => selectToken(db, hashToken(token)));
  if (found?.isUseUnnoted) writing(pool, (db) => noteTokenUse(db, found.label)).catch(onError);
  return found?.label;
}

/**
 * Throws "unauthorized" when the token of a label was revoked, which may be hours after what is written was let in;
 * nothing is stored then.
 */
export function refusingRevoked(label: string): BeforeCommit {
  return async function refuseRevoked(db) {
    if (await isTokenInForce(db, label)) return;
    throw new KursError("unauthorized", `The token ${label} was revoked; nothing was stored.`);
  };
}

/** Runs what the holder of a token writes in a transaction, which is stored only while the token is in force. */
export function writingAs<T>(
  pool: Pool,
  label: string,
  work: (db: Writer) => Promise<T>,
): Promise<T> {
  return writing(pool, async (db) => {
    const result = await work(db);
    await refusingRevoked(label)(db);
    return result;
  });
}

function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
