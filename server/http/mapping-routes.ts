import { Router } from "express";
import { endpoints } from "../contract/endpoints.ts";
import type { Mapping } from "../contract/mapping.ts";
import type { Mappings } from "../contract/stored-mapping.ts";
import { KursError } from "../domain/kurs-error.ts";
import { readMapping, saveMapping } from "../import/mapping.ts";
import { refusingRevoked } from "../import/token.ts";
import { type Pool, reading } from "../sql/database.ts";
import { selectMapping, selectMappings } from "../sql/mapping.ts";
import type { Authorize } from "./authorize.ts";
import { parse } from "./parse.ts";
import { readText } from "./read-json.ts";
import { route } from "./route.ts";
import { sendJson } from "./send-json.ts";

interface MappingParts {
  pool: Pool;
  readers: Pool;
  authorize: Authorize;
}

/** Stored mappings: list, look, store. */
export function mappingRoutes({ pool, readers, authorize }: MappingParts): Router {
  return Router()
    .get(route(endpoints.mappings.path), async (req, res) => {
      parse(endpoints.mappings.query, req.query);
      const rows = await reading(readers, selectMappings);
      sendJson<Mappings>(res, {
        mappings: rows.map(({ name, savedBy, savedAt }) => ({ name, savedBy, savedAt })),
      });
    })
    .get(route(endpoints.mapping.path), async (req, res) => {
      parse(endpoints.mapping.query, req.query);
      const { name } = req.params;
      const row = await reading(readers, (db) => selectMapping(db, name));
      if (!row) throw new KursError("not-found", `No mapping is stored under the name ${name}.`);
      sendJson<Mapping>(res, row.mapping);
    })
    .put(route(endpoints.putMapping.path), async (req, res) => {
      const by = await authorize(req);
      parse(endpoints.putMapping.query, req.query);
      const mapping = readMapping(await readText(req, res));
      await saveMapping(pool, { name: req.params.name, mapping, by }, refusingRevoked(by));
      sendJson<Mapping>(res, mapping);
    });
}
