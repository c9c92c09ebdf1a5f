import { Router } from "express";
import { endpoints } from "../contract/endpoints.ts";
import { type Language, titleIn } from "../contract/language.ts";
import type { Source, Sources } from "../contract/source.ts";
import { KursError } from "../domain/kurs-error.ts";
import { type Pool, reading } from "../sql/database.ts";
import { selectSources, type SourceRow } from "../sql/select-sources.ts";
import { languageOf } from "./language.ts";
import { parse } from "./parse.ts";
import { route } from "./route.ts";
import { sendJson } from "./send-json.ts";

/** Who publishes. */
export function sourceRoutes(pool: Pool): Router {
  return Router()
    .get(route(endpoints.sources.path), async (req, res) => {
      const language = languageOf(req, parse(endpoints.sources.query, req.query).lang);
      const rows = await reading(pool, (db) => selectSources(db, null));
      sendJson<Sources>(res, { sources: rows.map((row) => toSource(row, language)) });
    })
    .get(route(endpoints.source.path), async (req, res) => {
      const language = languageOf(req, parse(endpoints.source.query, req.query).lang);
      const { code } = req.params;
      const [row] = await reading(pool, (db) => selectSources(db, code));
      if (!row) throw new KursError("not-found", `No source has the code ${code}.`);
      sendJson<Source>(res, toSource(row, language));
    });
}

function toSource({ importId, importedAt, name, ...row }: SourceRow, language: Language): Source {
  return {
    ...row,
    name: titleIn(name, language),
    lastImport: importId !== null && importedAt !== null ? { id: importId, at: importedAt } : null,
  };
}
