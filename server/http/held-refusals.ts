import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { Counter, type Registry } from "prom-client";
import type { RequestLog } from "./request-log.ts";
import { problemText } from "./problem-text.ts";

/**
 * This slows down clients that ask again as soon as they are answered: 64 connections to a few hundred requests a
 * second.
 */
const holdMs = 150;
/** Each costs some kilobytes. */
const mostHeld = 4_000;

const body = problemText(
  "too-many-requests",
  "Too many requests from this address; Retry-After says when there are more.",
);

/**
 * Answers 429 to clients over their limit at hardly any cost: the answer is always the same and is held back for a
 * moment. A second request on the same connection meanwhile gets no answer, and the connection ends with the first;
 * beyond some thousands in all, connections end at once.
 */
export class HeldRefusals {
  readonly #log: RequestLog;
  readonly #refused: Counter<"way">;
  readonly #held = new WeakMap<Socket, ServerResponse>();
  #count = 0;

  /** Writes what it refused to the log, and counts it in the registry. */
  constructor(log: RequestLog, registry: Registry) {
    this.#log = log;
    this.#refused = new Counter({
      name: "kurs_http_requests_over_limit_total",
      help: "Requests over the limit of their client, by whether they were answered 429 or their connection was closed",
      labelNames: ["way"],
      registers: [registry],
    });
    for (const way of ["answered", "closed"]) this.#refused.inc({ way }, 0);
  }

  /** Refuses a request of a client whose budget is full again after `leftMs`. */
  refuse(req: IncomingMessage, res: ServerResponse, leftMs: number): void {
    const { socket } = req;
    const before = this.#held.get(socket);
    const isTooMuch = before !== undefined || this.#count >= mostHeld;
    this.#refused.inc({ way: isTooMuch ? "closed" : "answered" });
    // Not closed before the first is answered: a client that is thrown out at once is back at once.
    if (before) {
      before.setHeader("Connection", "close");
      return void socket.pause();
    }
    if (isTooMuch) return void socket.destroy();
    this.#count += 1;
    this.#held.set(socket, res);
    const timer = setTimeout(() => this.#answer(req, res, leftMs - holdMs), holdMs);
    res.once("close", () => {
      clearTimeout(timer);
      this.#count -= 1;
      this.#held.delete(socket);
    });
  }

  #answer(req: IncomingMessage, res: ServerResponse, leftMs: number): void {
    const id = randomUUID();
    const { method = "", url = "" } = req;
    // A body that is still to come would be read to its end.
    if (method !== "GET" && method !== "HEAD") res.setHeader("Connection", "close");
    res.writeHead(429, {
      "Content-Type": "application/problem+json; charset=utf-8",
      "Content-Length": Buffer.byteLength(body),
      "Cache-Control": "no-store",
      "Retry-After": Math.max(1, Math.ceil(leftMs / 1_000)),
      "Access-Control-Allow-Origin": "*",
      "Access-Control-Expose-Headers": "Retry-After, X-Request-Id",
      "X-Content-Type-Options": "nosniff",
      "X-Request-Id": id,
    });
    res.end(method === "HEAD" ? undefined : body);
    const [path = ""] = url.split("?", 1);
    this.#log.write(new Date(), { id, method, path, status: 429 });
  }
}
