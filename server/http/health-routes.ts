import { type Response, Router } from "express";
import { endpoints } from "../contract/endpoints.ts";
import { KursError } from "../domain/kurs-error.ts";
import { type Pool, reading } from "../sql/database.ts";
import { isMigrated } from "../sql/migrate.ts";
import { parse } from "./parse.ts";
import { sendJson } from "./send-json.ts";
import { within } from "./time-limit.ts";

/** A database that takes longer than this for one small question is no use to readers either. */
const patienceMs = 2_000;

/** What readiness is asked of. */
interface HealthParts {
  pool: Pool;
  migrationsFolder: string;
  /** Aborts when the server begins to stop. */
  draining: AbortSignal;
}

/** Whether the process lives, which asks nobody else, and whether it can answer questions. */
export function healthRoutes(parts: HealthParts): Router {
  return Router()
    .get(endpoints.health.path, (req, res) => {
      parse(endpoints.health.query, req.query);
      sendOk(res);
    })
    .get(endpoints.ready.path, async (req, res) => {
      parse(endpoints.ready.query, req.query);
      await refuseUnready(parts);
      sendOk(res);
    });
}

async function refuseUnready({ pool, migrationsFolder, draining }: HealthParts): Promise<void> {
  if (draining.aborted) throw new KursError("unavailable", "The server is stopping.");
  const asking = reading(pool, (db) => isMigrated(db, migrationsFolder));
  const late = `The database has not answered within ${patienceMs / 1_000} seconds.`;
  if (!(await within(patienceMs, asking, late))) {
    throw new KursError("unavailable", "The database is not of this version.");
  }
}

function sendOk(res: Response): void {
  sendJson<{ status: "ok" }>(res.set("Cache-Control", "no-store"), { status: "ok" });
}
