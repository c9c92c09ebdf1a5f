import { Router } from "express";
import { endpoints } from "../contract/endpoints.ts";
import { type Language, titleIn } from "../contract/language.ts";
import type { Source, Sources } from "../contract/source.ts";
import { KursError } from "../domain/kurs-error.ts";
import { selectSources, type SourceRow } from "../sql/select-sources.ts";
import { type AnswerParts, answering, jsonContent } from "./answer.ts";
import { route } from "./route.ts";

/** Who publishes. */
export function sourceRoutes(parts: AnswerParts): Router {
  return Router()
    .get(
      route(endpoints.sources.path),
      answering(parts, endpoints.sources, (db, { language }) => ({
        scope: "all",
        body: async () => {
          const rows = await selectSources(db, null);
          return jsonContent<Sources>({ sources: rows.map((row) => toSource(row, language)) });
        },
      })),
    )
    .get(
      route(endpoints.source.path),
      answering(parts, endpoints.source, async (db, { params, language }) => {
        const [row] = await selectSources(db, params.code);
        if (!row) throw new KursError("not-found", `No source has the code ${params.code}.`);
        return { scope: "all", body: () => jsonContent<Source>(toSource(row, language)) };
      }),
    );
}

function toSource({ importId, importedAt, name, ...row }: SourceRow, language: Language): Source {
  return {
    ...row,
    name: titleIn(name, language),
    lastImport: importId !== null && importedAt !== null ? { id: importId, at: importedAt } : null,
  };
}
