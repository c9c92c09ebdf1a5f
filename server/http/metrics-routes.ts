import { Router } from "express";
import type { Registry } from "prom-client";
import { endpoints } from "../contract/endpoints.ts";
import type { Pool } from "../sql/database.ts";
import { databaseMetrics } from "./database-metrics.ts";
import { parse } from "./parse.ts";

/** `GET /metrics`: what the registry has, and what the database says of itself. */
export function metricsRoutes(registry: Registry, pool: Pool): Router {
  const ofDatabase = databaseMetrics(pool);
  return Router().get(endpoints.metrics.path, async (req, res) => {
    parse(endpoints.metrics.query, req.query);
    const texts = await Promise.all([registry.metrics(), ofDatabase()]);
    res.set({ "Content-Type": registry.contentType, "Cache-Control": "no-store" });
    res.send(texts.join("\n"));
  });
}
