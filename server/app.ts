import compression from "compression";
import express, { type Express, type Request } from "express";
import type { Logger } from "pino";
import { Registry } from "prom-client";
import { paths } from "./contract/paths.ts";
import { KursError } from "./domain/kurs-error.ts";
import { allowedMethods, refuseMethod, tellMethods } from "./http/allowed-methods.ts";
import { answerKept, clearOnWrite, type FirstAnswer } from "./http/answer-kept.ts";
import { authorizing } from "./http/authorize.ts";
import { changeRoutes } from "./http/change-routes.ts";
import { changeStreamRoutes } from "./http/change-stream.ts";
import { clientsBy } from "./http/client-address.ts";
import { clientRoutes } from "./http/client-routes.ts";
import { convertRoutes } from "./http/convert-routes.ts";
import { currencyRoutes } from "./http/currency-routes.ts";
import { datasetRoutes } from "./http/dataset-routes.ts";
import { edges, openReads } from "./http/edges.ts";
import { eventRoutes } from "./http/event-routes.ts";
import { refuseForeignOrigin } from "./http/foreign-origin.ts";
import { healthRoutes } from "./http/health-routes.ts";
import { HeldRefusals } from "./http/held-refusals.ts";
import { ImportJournal } from "./http/import-journal.ts";
import { importRoutes } from "./http/import-routes.ts";
import { jobRoutes } from "./http/job-routes.ts";
import { KeptAnswers } from "./http/kept-answers.ts";
import { KnownPaths } from "./http/known-paths.ts";
import { measureProcess } from "./http/metrics.ts";
import { metricsRoutes } from "./http/metrics-routes.ts";
import { mappingRoutes } from "./http/mapping-routes.ts";
import { OpenResponses } from "./http/open-responses.ts";
import { observationRoutes } from "./http/observation-routes.ts";
import { openApiRoutes } from "./http/openapi/openapi.ts";
import { pairRoutes } from "./http/pair-routes.ts";
import { problemHandler } from "./http/problem-handler.ts";
import { quickObservations } from "./http/quick-observations.ts";
import { quickRates } from "./http/quick-rates.ts";
import { rateLimits } from "./http/rate-limits.ts";
import { rateRoutes } from "./http/rate-routes.ts";
import { receiptRoutes } from "./http/receipt-routes.ts";
import { RequestLog } from "./http/request-log.ts";
import { RequestMeter } from "./http/request-meter.ts";
import { requestShape } from "./http/request-shape.ts";
import type { Shutdown } from "./http/shutdown.ts";
import { seriesRoutes } from "./http/series-routes.ts";
import { sourceRoutes } from "./http/source-routes.ts";
import { tokenRoutes } from "./http/token-routes.ts";
import type { ImportJobs } from "./import/import-jobs.ts";
import { ImportTurns } from "./import/import-turns.ts";
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

/** Puts the application together. */
export function createApp(parts: AppParts): App {
  const { pool, readers, log, now, clientFolder, migrationsFolder, publicUrl } = parts;
  const { trustProxy, importMaxBytes, jobs, listening, shutdown } = parts;
  const kept = new KeptAnswers(listening, parts.keptBytes);
  const ratePaths = new KnownPaths();
  const shortcuts = {
    [paths.observations]: quickObservations(readers),
    [paths.latestRates]: quickRates(readers, ratePaths),
  };
  const answers = { readers, now, build: parts.build, kept, shortcuts };
  const app = express();
  app.disable("x-powered-by");
  // A repeated parameter comes as a list and is refused; nothing is nested.
  app.set("query parser", "simple");
  // One proxy; what it was told by others, anybody may have written.
  app.set("trust proxy", trustProxy ? 1 : false);
  app.set("etag", "strong");
  const requests = new RequestLog(log);
  const registry = new Registry();
  const meter = new RequestMeter(registry);
  measureProcess(registry, { pool, readers, kept, listening });
  app.use(meter.measure, new OpenResponses(registry, shutdown.draining).follow);
  const clientOf = clientsBy(trustProxy);
  const limits = rateLimits({
    perMinute: parts.rateLimit,
    clientOf,
    isProxied: trustProxy,
    refusals: new HeldRefusals(requests, registry),
  });
  app.use(limits.count, edges(requests), clearOnWrite(kept));
  app.use("/api", openReads);
  app.use(tellMethods, requestShape, refuseForeignOrigin(publicUrl));
  app.use(function refuseNul(req, _res, next) {
    // No name contains it, and Postgres takes none.
    if (req.path.includes("%00")) throw nothingAt(req);
    next();
  });
  const authorize = authorizing(pool, clientOf, (error) =>
    log.warn({ err: error }, "the use of a token could not be noted"),
  );
  const turns = new ImportTurns();
  // These pack their answers themselves. Those asked most come first: each router before costs a little.
  app.use(
    observationRoutes(answers),
    rateRoutes(answers, ratePaths),
    seriesRoutes(answers),
    datasetRoutes(answers),
    sourceRoutes(answers, pool, authorize),
    receiptRoutes(answers),
    convertRoutes(answers),
    currencyRoutes(answers),
    pairRoutes(answers),
    eventRoutes(answers, { pool, authorize, turns }),
  );
  app.use(compression());
  app.use(
    healthRoutes({ pool: readers, migrationsFolder, draining: shutdown.draining }),
    metricsRoutes(registry, readers),
    jobRoutes({ pool, readers, jobs, authorize }),
    changeRoutes(readers),
    changeStreamRoutes(readers, listening),
    importRoutes({
      pool,
      readers,
      now,
      jobs,
      turns,
      authorize,
      journal: new ImportJournal(log, registry),
      cutting: shutdown.cutting,
      maxBytes: importMaxBytes,
    }),
    mappingRoutes({ pool, readers, authorize }),
    tokenRoutes(authorize),
    openApiRoutes(publicUrl),
  );
  if (clientFolder) app.use(clientRoutes(clientFolder));
  app.use(function refuse(req, res) {
    const allowed = allowedMethods(req.path);
    if (allowed === null) throw nothingAt(req);
    refuseMethod(req, res, allowed);
  });
  app.use(problemHandler(log));
  return { app, answerFirst: limits.guard(answerKept(kept, now, requests, meter)) };
}

function nothingAt({ method, path }: Request): KursError {
  return new KursError("not-found", `There is nothing at ${method} ${path}.`);
}
