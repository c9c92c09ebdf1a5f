import type { Request, RequestHandler, Response } from "express";
import { Counter, Histogram, type Registry } from "prom-client";
import { paths } from "../contract/paths.ts";
import { hadAll } from "./response-end.ts";

/** From a kept connection's round trip to the longest statement, in seconds. */
const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

const methods = new Set(["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS"]);
const apiRoutes = new Set<string>(Object.values(paths));

/** Answers of one route that were kept, since the metrics were last read. */
interface KeptCount {
  whole: number;
  known: number;
}

/** Counts requests by method, route and status, and times those whose answers had to be made. */
export class RequestMeter {
  readonly #requests: Counter<"method" | "route" | "status">;
  readonly #seconds: Histogram<"method" | "route">;
  readonly #gets = new Map<string, KeptCount>();
  readonly #heads = new Map<string, KeptCount>();

  /** Puts its metrics into the registry. */
  constructor(registry: Registry) {
    this.#requests = new Counter({
      name: "kurs_http_requests_total",
      help: "Requests answered, kept answers among them",
      labelNames: ["method", "route", "status"],
      registers: [registry],
      collect: () => this.#addKept(),
    });
    this.#seconds = new Histogram({
      name: "kurs_http_request_duration_seconds",
      help: "How long answers took that were not kept ready, to their last byte; without the stream of changes",
      labelNames: ["method", "route"],
      buckets,
      registers: [registry],
    });
  }

  /** Counts a kept answer; nearly for nothing, since such an answer takes microseconds in all. */
  countKept(method: string, route: string, status: number): void {
    const counts = method === "HEAD" ? this.#heads : this.#gets;
    let count = counts.get(route);
    if (!count) counts.set(route, (count = { whole: 0, known: 0 }));
    if (status === 304) count.known += 1;
    else count.whole += 1;
  }

  /** Counts and times every request that comes by. */
  readonly measure: RequestHandler = (req, res, next) => {
    const began = performance.now();
    res.on("close", () => this.#count(req, res, performance.now() - began));
    next();
  };

  #count(req: Request, res: Response, ms: number): void {
    const method = methods.has(req.method) ? req.method : "other";
    const route = routeOf(req, res);
    // What was cut off before its last byte is told apart, as proxies do it.
    const status = hadAll(res) ? String(res.statusCode) : "499";
    this.#requests.inc({ method, route, status });
    if (route !== paths.changes) this.#seconds.observe({ method, route }, ms / 1_000);
  }

  #addKept(): void {
    for (const [method, counts] of [
      ["GET", this.#gets],
      ["HEAD", this.#heads],
    ] as const) {
      for (const [route, { whole, known }] of counts) {
        if (whole > 0) this.#requests.inc({ method, route, status: "200" }, whole);
        if (known > 0) this.#requests.inc({ method, route, status: "304" }, known);
      }
      counts.clear();
    }
  }
}

/** The pattern that a request's path fits, so that there are no more of them than the contract has. */
function routeOf({ route }: Request, { statusCode }: Response): string {
  const { path } = (route ?? {}) as { path?: unknown };
  const pattern = typeof path === "string" ? path.replace(/:(\w+)/g, "{$1}") : null;
  if (pattern !== null && apiRoutes.has(pattern)) return pattern;
  return statusCode < 400 ? "page" : "none";
}
