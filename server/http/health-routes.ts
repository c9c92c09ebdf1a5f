import { Router } from "express";
import { endpoints } from "../contract/endpoints.ts";
import { KursError } from "../domain/kurs-error.ts";
import { type Pool, reading } from "../sql/database.ts";
import { isMigrated } from "../sql/migrate.ts";
import { parse } from "./parse.ts";
import { sendJson } from "./send-json.ts";

/** Whether the process lives, and whether it can answer questions. */
export function healthRoutes(pool: Pool, migrationsFolder: string): Router {
  return Router()
    .get(endpoints.health.path, (req, res) => {
      parse(endpoints.health.query, req.query);
      sendJson<{ status: "ok" }>(res.set("Cache-Control", "no-store"), { status: "ok" });
    })
    .get(endpoints.ready.path, async (req, res) => {
      parse(endpoints.ready.query, req.query);
      if (!(await reading(pool, (db) => isMigrated(db, migrationsFolder)))) {
        throw new KursError("unavailable", "The database is not migrated to this version.");
      }
      sendJson<{ status: "ok" }>(res.set("Cache-Control", "no-store"), { status: "ok" });
    });
}
