import { randomUUID } from "node:crypto";
import type { Request, RequestHandler, Response } from "express";
import { answerKey } from "./answer-key.ts";
import type { KeptAnswers } from "./kept-answers.ts";
import { sendPrepared, serves } from "./prepared.ts";
import type { RequestMeter } from "./request-meter.ts";
import type { RequestLog } from "./request-log.ts";

/** Answers a request and returns true, or leaves it alone and returns false. */
export type FirstAnswer = (req: Request, res: Response) => boolean;

/**
 * The first thing that a request meets, before Express does anything with it: an answer that is kept leaves at once, with
 * the very headers that it left with when it was made.
 */
export function answerKept(
  kept: KeptAnswers,
  now: () => Date,
  log: RequestLog,
  meter: RequestMeter,
): FirstAnswer {
  return function answerFromKept(req, res) {
    const { method = "", url } = req;
    if (method !== "GET" && method !== "HEAD") return false;
    // A body that nobody reads would be taken for the next request of the connection.
    if (req.headers["content-length"] ?? req.headers["transfer-encoding"]) return false;
    const clock = now();
    const prepared = kept.find(answerKey(req, url, clock));
    if (!prepared || !serves(prepared, req)) return false;
    const id = randomUUID();
    sendPrepared(req, res, prepared, { own: ["X-Request-Id", id], clock });
    const query = url.indexOf("?");
    const path = query < 0 ? url : url.slice(0, query);
    kept.uses.hits += 1;
    meter.countKept(method, prepared.route, res.statusCode);
    log.write(clock, { id, method, path, status: res.statusCode, kept: true });
    return true;
  };
}

/**
 * Clears the kept answers before a request that wrote is answered, without waiting for the notification: whoever is
 * told that something is stored finds it at once.
 */
export function clearOnWrite(kept: KeptAnswers): RequestHandler {
  return function clearBeforeAnswer(req, res, next) {
    if (req.method === "GET" || req.method === "HEAD") return next();
    const writeHead = res.writeHead.bind(res) as (...sent: unknown[]) => typeof res;
    res.writeHead = (...sent: unknown[]) => {
      // What was refused has changed nothing.
      if (res.statusCode < 400 || res.statusCode >= 500) kept.clear();
      return writeHead(...sent);
    };
    next();
  };
}
