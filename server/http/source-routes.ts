import { Router } from "express";
import { endpoints } from "../contract/endpoints.ts";
import type { Source, Sources } from "../contract/source.ts";
import { KursError } from "../domain/kurs-error.ts";
import { changeSource } from "../import/change-source.ts";
import { describeSource } from "../import/describe-source.ts";
import { refusingRevoked } from "../import/token.ts";
import type { Pool } from "../sql/database.ts";
import { selectSources } from "../sql/select-sources.ts";
import { type AnswerParts, answering, jsonContent } from "./answer.ts";
import type { Authorize } from "./authorize.ts";
import { languageOf } from "./language.ts";
import { parse } from "./parse.ts";
import { readJson } from "./read-json.ts";
import { route } from "./route.ts";
import { sendJson } from "./send-json.ts";

/** Who publishes: list, look, and with a token say who it is. */
export function sourceRoutes(parts: AnswerParts, pool: Pool, authorize: Authorize): Router {
  return Router()
    .get(
      route(endpoints.sources.path),
      answering(parts, endpoints.sources, (db, { language }) => ({
        scope: "all",
        body: async () => {
          const rows = await selectSources(db, null);
          return jsonContent<Sources>({
            sources: rows.map((row) => describeSource(row, language)),
          });
        },
      })),
    )
    .get(
      route(endpoints.source.path),
      answering(parts, endpoints.source, async (db, { params, language }) => {
        const [row] = await selectSources(db, params.code);
        if (!row) throw new KursError("not-found", `No source has the code ${params.code}.`);
        return { scope: "all", body: () => jsonContent<Source>(describeSource(row, language)) };
      }),
    )
    .put(route(endpoints.putSource.path), async (req, res) => {
      const by = await authorize(req);
      parse(endpoints.putSource.query, req.query);
      const change = await readJson(req, res, endpoints.putSource.body);
      const row = await changeSource(pool, req.params.code, change, refusingRevoked(by));
      sendJson<Source>(res, describeSource(row, languageOf(req, undefined)));
    });
}
