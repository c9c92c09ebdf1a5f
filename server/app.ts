import compression from "compression";
import express, { type Express, type Request } from "express";
import type { Logger } from "pino";
import { paths } from "./contract/paths.ts";
import { KursError } from "./domain/kurs-error.ts";
import { answerKept, clearOnWrite, type FirstAnswer } from "./http/answer-kept.ts";
import { changeRoutes } from "./http/change-routes.ts";
import { changeStreamRoutes } from "./http/change-stream.ts";
import { clientRoutes } from "./http/client-routes.ts";
import { convertRoutes } from "./http/convert-routes.ts";
import { currencyRoutes } from "./http/currency-routes.ts";
import { datasetRoutes } from "./http/dataset-routes.ts";
import { edges, openReads } from "./http/edges.ts";
import { eventRoutes } from "./http/event-routes.ts";
import { healthRoutes } from "./http/health-routes.ts";
import { importRoutes } from "./http/import-routes.ts";
import { jobRoutes } from "./http/job-routes.ts";
import { KeptAnswers } from "./http/kept-answers.ts";
import { KnownPaths } from "./http/known-paths.ts";
import { mappingRoutes } from "./http/mapping-routes.ts";
import { observationRoutes } from "./http/observation-routes.ts";
import { openApiRoutes } from "./http/openapi/openapi.ts";
import { pairRoutes } from "./http/pair-routes.ts";
import { problemHandler } from "./http/problem-handler.ts";
import { quickObservations } from "./http/quick-observations.ts";
import { quickRates } from "./http/quick-rates.ts";
import { rateRoutes } from "./http/rate-routes.ts";
import { receiptRoutes } from "./http/receipt-routes.ts";
import { RequestLog } from "./http/request-log.ts";
import { seriesRoutes } from "./http/series-routes.ts";
import { sourceRoutes } from "./http/source-routes.ts";
import { tokenRoutes } from "./http/token-routes.ts";
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
  /** The imports that go on after their requests were answered. */
  jobs: ImportJobs;
  /** What it hears of the database. */
  listening: Listening;
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
  const { trustProxy, importMaxBytes, jobs, listening } = parts;
  const kept = new KeptAnswers(listening, parts.keptBytes);
  const ratePaths = new KnownPaths();
  const shortcuts = {
    [paths.observations]: quickObservations(pool, readers),
    [paths.latestRates]: quickRates(pool, readers, ratePaths),
  };
  const answers = { pool, now, build: parts.build, kept, shortcuts };
  const app = express();
  app.disable("x-powered-by");
  // A repeated parameter comes as a list and is refused; nothing is nested.
  app.set("query parser", "simple");
  app.set("trust proxy", trustProxy);
  app.set("etag", "strong");
  const requests = new RequestLog(log);
  app.use(edges(requests), clearOnWrite(kept));
  app.use("/api", openReads);
  app.use(function refuseNul(req, _res, next) {
    // No name contains it, and Postgres takes none.
    if (req.path.includes("%00")) throw nothingAt(req);
    next();
  });
  // These pack their answers themselves. Those asked most come first: each router before costs a little.
  app.use(
    observationRoutes(answers),
    rateRoutes(answers, ratePaths),
    seriesRoutes(answers),
    datasetRoutes(answers),
    sourceRoutes(answers),
    receiptRoutes(answers),
    convertRoutes(answers),
    currencyRoutes(answers),
    pairRoutes(answers),
    eventRoutes(answers),
  );
  app.use(compression());
  app.use(
    healthRoutes(pool, migrationsFolder),
    jobRoutes(pool, jobs),
    changeRoutes(pool),
    changeStreamRoutes(pool, listening),
    importRoutes({ pool, now, jobs, maxBytes: importMaxBytes }),
    mappingRoutes(pool),
    tokenRoutes(pool),
    openApiRoutes(publicUrl),
  );
  if (clientFolder) app.use(clientRoutes(clientFolder));
  app.use(function refuse(req) {
    throw nothingAt(req);
  });
  app.use(problemHandler(log));
  return { app, answerFirst: answerKept(kept, now, requests) };
}

function nothingAt({ method, path }: Request): KursError {
  return new KursError("not-found", `There is nothing at ${method} ${path}.`);
}
