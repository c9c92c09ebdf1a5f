import express, { type Express, type Request, type RequestHandler } from "express";
import { Registry } from "prom-client";
import type { AppParts } from "./app-parts.ts";
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
import { routes } from "./routes.ts";

/** The whole application: Express, and what answers before Express is asked. */
export interface App {
  app: Express;
  answerFirst: FirstAnswer;
}

/** Puts the application together: every request passes these handlers, in this order. */
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
  // Only what the one proxy added counts: a client may have written the rest of the header.
  app.set("trust proxy", trustProxy ? 1 : false);
  // Of what has no tag of its own, such as pages, which may be packed after this one is made.
  app.set("etag", "weak");
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
