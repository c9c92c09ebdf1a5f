import { Router, text } from "express";
import { endpoints } from "../contract/endpoints.ts";
import type { Mapping } from "../contract/mapping.ts";
import type { Mappings } from "../contract/stored-mapping.ts";
import { KursError } from "../domain/kurs-error.ts";
import { readMapping, saveMapping } from "../import/mapping.ts";
import { type Pool, reading } from "../sql/database.ts";
import { selectMapping, selectMappings } from "../sql/mapping.ts";
import { authorize } from "./authorize.ts";
import { parse } from "./parse.ts";
import { route } from "./route.ts";
import { sendJson } from "./send-json.ts";

const mostBytes = 1_000_000;

/** Stored mappings: list, look, store. */
export function mappingRoutes(pool: Pool): Router {
  return Router()
    .get(route(endpoints.mappings.path), async (req, res) => {
      parse(endpoints.mappings.query, req.query);
      const rows = await reading(pool, selectMappings);
      sendJson<Mappings>(res, {
        mappings: rows.map(({ name, savedBy, savedAt }) => ({ name, savedBy, savedAt })),
      });
    })
    .get(route(endpoints.mapping.path), async (req, res) => {
      parse(endpoints.mapping.query, req.query);
      const { name } = req.params;
      const row = await reading(pool, (db) => selectMapping(db, name));
      if (!row) throw new KursError("not-found", `No mapping is stored under the name ${name}.`);
      sendJson<Mapping>(res, row.mapping);
    })
    .put(
      route(endpoints.putMapping.path),
      text({ type: ["application/json", "text/plain"], limit: mostBytes }),
      async (req, res) => {
        const by = await authorize(pool, req);
        parse(endpoints.putMapping.query, req.query);
        if (typeof req.body !== "string") {
          throw new KursError("unsupported-media", "Send the mapping as application/json.");
        }
        const mapping = readMapping(req.body);
        await saveMapping(pool, { name: req.params.name, mapping, by });
        sendJson<Mapping>(res, mapping);
      },
    );
}
