import type { RequestHandler, Response } from "express";
import { Gauge, type Registry } from "prom-client";

/**
 * The answers that are being made. Once the server drains, each is the last of its connection, and says so, lest
 * somebody send another request over a connection that is about to end.
 */
export class OpenResponses {
  readonly #open = new Set<Response>();

  /** Puts their number into the registry. */
  constructor(registry: Registry, draining: AbortSignal) {
    const open = this.#open;
    new Gauge({
      name: "kurs_http_requests_open",
      help: "Requests that are being answered, streams of changes among them",
      registers: [registry],
      collect() {
        this.set(open.size);
      },
    });
    draining.addEventListener("abort", () => {
      for (const res of open) res.shouldKeepAlive = false;
    });
  }

  /** Follows every request that comes by. */
  readonly follow: RequestHandler = (_req, res, next) => {
    this.#open.add(res);
    res.on("close", () => this.#open.delete(res));
    next();
  };
}
