import type { Request } from "express";
import { RateLimiterMemory } from "rate-limiter-flexible";
import { KursError } from "../domain/kurs-error.ts";
import { labelOfToken } from "../import/token.ts";
import type { Pool } from "../sql/database.ts";
import type { ClientOf } from "./client-address.ts";
import { ClientTurns } from "./client-turns.ts";

const mostFailures = 10;
const windowSeconds = 60;

/**
 * The label of the token that a request carries. Throws "unauthorized" when it carries none that is in force, and
 * "too-many-requests" for a client that has tried too many.
 */
export type Authorize = (req: Request) => Promise<string>;

/**
 * Authorizes by the tokens of a database. After ten wrong ones in a minute nothing that comes from the same client is
 * looked up until the minute ends, not even the right token: a limit that lets a right guess pass would be none.
 */
export function authorizing(
  pool: Pool,
  clientOf: ClientOf,
  onError: (error: unknown) => void,
): Authorize {
  const failures = new RateLimiterMemory({ points: mostFailures, duration: windowSeconds });
  const turns = new ClientTurns();
  async function labelWithin(client: string, token: string): Promise<string> {
    const before = await failures.get(client);
    if (before && before.remainingPoints <= 0) throw tooMany(before.msBeforeNext);
    const label = await labelOfToken(pool, token, onError);
    if (label !== undefined) return label;
    await failures.penalty(client);
    throw unauthorized();
  }
  return async function authorize(req) {
    const [, token] = /^Bearer +(\S+)$/i.exec(req.get("authorization") ?? "") ?? [];
    // A request without a token is no guess.
    if (token === undefined) throw unauthorized();
    // One after another: many sent at once would all be looked up before the first had counted.
    const label = await turns.next(clientOf(req), (client) => labelWithin(client, token));
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
    // The limiter tells the time left by the wall clock, which may have been set back.
    retryAfterSeconds: Math.min(windowSeconds, Math.max(1, Math.ceil(leftMs / 1000))),
  });
}
