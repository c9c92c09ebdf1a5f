import express, { type Express, type Request, type RequestHandler } from "express";
import type { Logger } from "pino";
import { Registry } from "prom-client";
import { KursError } from "./domain/kurs-error.ts";
import { allowedMethods, refuseMethod, tellMethods } from "./http/allowed-methods.ts";
import { answerKept, clearOnWrite, type FirstAnswer } from "./http/answer-kept.ts";
import { clientsBy } from "./http/client-address.ts";
import { edges, openReads } from "./http/edges.ts";
import { refuseForeignOrigin } from "./http/foreign-origin.ts";
import { HeldRefusals } from "./http/held-refusals.ts";
import { KeptAnswers } from "./http/kept-answers.ts";
import { measureProcess } from "./http/metrics.ts";
import { OpenResponses } from "./http/open-responses.ts";
import { problemHandler } from "./http/problem-handler.ts";
import { rateLimits } from "./http/rate-limits.ts";
import { RequestLog } from "./http/request-log.ts";
import { RequestMeter } from "./http/request-meter.ts";
import { requestShape } from "./http/request-shape.ts";
import type { Shutdown } from "./http/shutdown.ts";
import { routes } from "./routes.ts";
import type { ImportJobs } from "./import/import-jobs.ts";
import type { Pool } from "./sql/database.ts";
import type { Listening } from "./sql/listen.ts";

/** What the application is made of; it opens nothing by itself. */
export interface AppParts {
  pool: Pool;
  /** The same database, for single statements that read. */
  readers: Pool;
  log: Logger;
  now: () => Date;
  /** The built client; null for an API alone. */
  clientFolder: string | null;
  migrationsFolder: string;
  /** Where the world reaches this server. */
  publicUrl: string;
  /** Tells builds apart, whose answers may differ. */
  build: string;
  trustProxy: boolean;
  importMaxBytes: number;
  /** How many requests a minute a client may send; 0 for any number. */
  rateLimit: number;
  /** The imports that go on after their requests were answered. */
  jobs: ImportJobs;
  /** What it hears of the database. */
  listening: Listening;
  /** Tells when the server stops. */
  shutdown: Shutdown;
  /** How many bytes of answers may be kept ready; 0 for none. */
  keptBytes: number;
}

/** The whole application: Express, and what is asked before it. */
export interface App {
  app: Express;
  answerFirst: FirstAnswer;
}

/** Puts the application together: what each request passes, in this order. */
export function createApp(parts: AppParts): App {
  const { log, listening, shutdown, trustProxy } = parts;
  const requests = new RequestLog(log);
  const registry = new Registry();
  const meter = new RequestMeter(registry);
  const kept = new KeptAnswers(listening, parts.keptBytes);
  measureProcess(registry, { ...parts, kept });
  const clientOf = clientsBy(trustProxy);
  const limits = rateLimits({
    perMinute: parts.rateLimit,
    clientOf,
    isProxied: trustProxy,
    refusals: new HeldRefusals(requests, registry),
  });
  const app = plainExpress(trustProxy);
  app.use(meter.measure, new OpenResponses(registry, shutdown.draining).follow);
  app.use(limits.count, edges(requests), clearOnWrite(kept));
  app.use("/api", openReads);
  app.use(tellMethods, requestShape, refuseForeignOrigin(parts.publicUrl), refuseNul);
  app.use(...routes({ ...parts, kept, registry, clientOf }));
  app.use(refuseRest, problemHandler(log));
  return { app, answerFirst: limits.guard(answerKept(kept, parts.now, requests, meter)) };
}

function plainExpress(trustProxy: boolean): Express {
  const app = express();
  app.disable("x-powered-by");
  // A repeated parameter comes as a list and is refused; nothing is nested.
  app.set("query parser", "simple");
  // One proxy; what it was told by others, anybody may have written.
  app.set("trust proxy", trustProxy ? 1 : false);
  app.set("etag", "strong");
  return app;
}

const refuseNul: RequestHandler = (req, _res, next) => {
  // No name contains it, and Postgres takes none.
  if (req.path.includes("%00")) throw nothingAt(req);
  next();
};

const refuseRest: RequestHandler = (req, res) => {
  const allowed = allowedMethods(req.path);
  if (allowed === null) throw nothingAt(req);
  refuseMethod(req, res, allowed);
};

function nothingAt({ method, path }: Request): KursError {
  return new KursError("not-found", `There is nothing at ${method} ${path}.`);
}
