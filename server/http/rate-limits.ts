import type { RequestHandler } from "express";
import { paths } from "../contract/paths.ts";
import type { FirstAnswer } from "./answer-kept.ts";
import { type ClientOf } from "./client-address.ts";
import type { HeldRefusals } from "./held-refusals.ts";
import { RequestBudget } from "./request-budget.ts";

/** What watches a server has a budget of its own, so that it is answered whatever else comes from its address. */
const watching = new Set<string>([paths.health, paths.ready, paths.changes, "/metrics"]);

interface LimitParts {
  /** Requests a minute of one client; 0 for any number. */
  perMinute: number;
  clientOf: ClientOf;
  isProxied: boolean;
  refusals: HeldRefusals;
}

/** The limits of what clients may ask: before anything else is done, and where a request is counted. */
export interface RateLimits {
  /** Gives `answer` the requests of those who are within their limit, and counts what it answered. */
  guard: (answer: FirstAnswer) => FirstAnswer;
  /** Counts each request and tells its client how many are left, by the headers of draft-ietf-httpapi-ratelimit-headers-10. */
  count: RequestHandler;
}

/** Limits requests by client. */
export function rateLimits({ perMinute, clientOf, isProxied, refusals }: LimitParts): RateLimits {
  if (perMinute === 0) return { guard: (answer) => answer, count: (_req, _res, next) => next() };
  const requests = new RequestBudget(perMinute, clientOf, isProxied);
  const watches = new RequestBudget(perMinute, clientOf, isProxied);
  return {
    guard: (answer) =>
      function answerWithin(req, res) {
        const client = requests.clientOf(req);
        // The clock is asked only about those who were over their limit.
        if (client.spentUntil > 0 && !isWatching(req.url)) {
          const leftMs = client.spentUntil - performance.now();
          if (leftMs > 0) {
            refusals.refuse(req, res, leftMs);
            return true;
          }
          client.spentUntil = 0;
        }
        if (!answer(req, res)) return false;
        requests.countCheap(client);
        return true;
      },
    async count(req, res, next) {
      const budget = isWatching(req.url) ? watches : requests;
      const client = budget.clientOf(req);
      const { isSpent, remaining, resetMs } = await budget.count(client);
      if (isSpent) return refusals.refuse(req, res, resetMs);
      res.setHeader("RateLimit-Policy", budget.policy);
      res.setHeader("RateLimit", `"minute";r=${remaining};t=${Math.ceil(resetMs / 1_000)}`);
      res.once("finish", () => {
        if (res.statusCode === 304) void budget.makeCheap(client);
      });
      next();
    },
  };
}

function isWatching(url: string): boolean {
  const [path = ""] = url.split("?", 1);
  return watching.has(path.toLowerCase());
}
