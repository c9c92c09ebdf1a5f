import type { Request } from "express";
import { RateLimiterMemory } from "rate-limiter-flexible";
import { KursError } from "../domain/kurs-error.ts";
import { labelOfToken } from "../import/token.ts";
import type { Pool } from "../sql/database.ts";
import type { ClientOf } from "./client-address.ts";

const mostFailures = 10;
const windowSeconds = 60;

/**
 * The label of the token that a request carries. Throws "unauthorized" when it carries none that is in force, and
 * "too-many-requests" to who has tried too many.
 */
export type Authorize = (req: Request) => Promise<string>;

/**
 * Authorizes by the tokens of a database. After ten wrong ones in a minute nothing that comes from the same client is
 * looked up until the minute ends, the right token neither: a limit that a right guess passes would be none.
 */
export function authorizing(
  pool: Pool,
  clientOf: ClientOf,
  onError: (error: unknown) => void,
): Authorize {
  const failures = new RateLimiterMemory({ points: mostFailures, duration: windowSeconds });
  return async function authorize(req) {
    const [, token] = /^Bearer +(\S+)$/i.exec(req.get("authorization") ?? "") ?? [];
    // Who shows none has guessed nothing.
    if (token === undefined) throw unauthorized();
    const client = clientOf(req);
    const before = await failures.get(client);
    if (before && before.remainingPoints <= 0) throw tooMany(before.msBeforeNext);
    const label = await labelOfToken(pool, token, onError);
    if (label === undefined) {
      await failures.penalty(client);
      throw unauthorized();
    }
    // For the log.
    if (req.res) req.res.locals["by"] = label;
    return label;
  };
}

function unauthorized(): KursError {
  return new KursError(
    "unauthorized",
    "Writing needs a token: send the header Authorization: Bearer kurs_….",
  );
}

function tooMany(leftMs: number): KursError {
  const detail = `There were ${mostFailures} wrong tokens from this address within a minute.`;
  return new KursError("too-many-requests", detail, {
    retryAfterSeconds: Math.max(1, Math.ceil(leftMs / 1000)),
  });
}
