import compression from "compression";
import type { RequestHandler } from "express";
import type { Registry } from "prom-client";
import type { AppParts } from "./app-parts.ts";
import { paths } from "./contract/paths.ts";
import { type Authorize, authorizing } from "./http/authorize.ts";
import { changeRoutes } from "./http/change-routes.ts";
import { changeStreamRoutes } from "./http/change-stream.ts";
import { clientRoutes } from "./http/client-routes.ts";
import { settleCoding } from "./http/content-coding.ts";
import { convertRoutes } from "./http/convert-routes.ts";
import { currencyRoutes } from "./http/currency-routes.ts";
import { datasetRoutes } from "./http/dataset-routes.ts";
import { eventRoutes } from "./http/event-routes.ts";
import { healthRoutes } from "./http/health-routes.ts";
import { ImportJournal } from "./http/import-journal.ts";
import { importRoutes } from "./http/import-routes.ts";
import { jobRoutes } from "./http/job-routes.ts";
import { KnownPaths } from "./http/known-paths.ts";
import { metricsRoutes } from "./http/metrics-routes.ts";
import { mappingRoutes } from "./http/mapping-routes.ts";
import { observationRoutes } from "./http/observation-routes.ts";
import { openApiRoutes } from "./http/openapi/openapi.ts";
import { pairRoutes } from "./http/pair-routes.ts";
import { quickObservations } from "./http/quick-observations.ts";
import { quickRates } from "./http/quick-rates.ts";
import { rateRoutes } from "./http/rate-routes.ts";
import { receiptRoutes } from "./http/receipt-routes.ts";
import { seriesRoutes } from "./http/series-routes.ts";
import { sourceRoutes } from "./http/source-routes.ts";
import { tokenRoutes } from "./http/token-routes.ts";
import { ImportTurns } from "./import/import-turns.ts";
import type { ClientOf } from "./http/client-address.ts";
import type { KeptAnswers } from "./http/kept-answers.ts";
import type { Pool } from "./sql/database.ts";

/** What the routes are made of: the application's parts, and what stands before the routes. */
type RouteParts = AppParts & { kept: KeptAnswers; registry: Registry; clientOf: ClientOf };

/** All that has an address. Those asked most come first: each router before costs a little. */
export function routes(parts: RouteParts): RequestHandler[] {
  const { pool, log, clientOf, clientFolder } = parts;
  const authorize = authorizing(pool, clientOf, (error) =>
    log.warn({ err: error }, "the use of a token could not be noted"),
  );
  const writing = { pool, authorize, turns: new ImportTurns() };
  return [
    ...packedRoutes(parts, writing),
    settleCoding,
    compression(),
    ...otherRoutes(parts, writing),
    ...(clientFolder ? [clientRoutes(clientFolder)] : []),
  ];
}

/** What all that is written passes through. */
interface Writing {
  pool: Pool;
  authorize: Authorize;
  turns: ImportTurns;
}

/** These pack their answers themselves. */
function packedRoutes(parts: RouteParts, writing: Writing): RequestHandler[] {
  const { readers, now, build, kept } = parts;
  const ratePaths = new KnownPaths();
  const shortcuts = {
    [paths.observations]: quickObservations(readers),
    [paths.latestRates]: quickRates(readers, ratePaths),
  };
  const answers = { readers, now, build, kept, shortcuts };
  return [
    observationRoutes(answers),
    rateRoutes(answers, ratePaths),
    seriesRoutes(answers),
    datasetRoutes(answers),
    sourceRoutes(answers, writing.pool, writing.authorize),
    receiptRoutes(answers),
    convertRoutes(answers),
    currencyRoutes(answers),
    pairRoutes(answers),
    eventRoutes(answers, writing),
  ];
}

function otherRoutes(parts: RouteParts, writing: Writing): RequestHandler[] {
  const { readers, now, log, jobs, listening, shutdown, registry, clientOf } = parts;
  return [
    healthRoutes({
      pool: readers,
      migrationsFolder: parts.migrationsFolder,
      draining: shutdown.draining,
    }),
    metricsRoutes(registry, readers),
    jobRoutes({ ...writing, readers, jobs }),
    changeRoutes(readers),
    changeStreamRoutes({ pool: readers, listening, clientOf }),
    importRoutes({
      ...writing,
      readers,
      now,
      jobs,
      journal: new ImportJournal(log, registry),
      cutting: shutdown.cutting,
      maxBytes: parts.importMaxBytes,
    }),
    mappingRoutes({ ...writing, readers }),
    tokenRoutes(writing.authorize, parts.importMaxBytes),
    openApiRoutes(parts.publicUrl),
  ];
}
