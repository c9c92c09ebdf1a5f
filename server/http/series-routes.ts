import { Router } from "express";
import { z } from "zod";
import { endpoints } from "../contract/endpoints.ts";
import { type Language, titleIn } from "../contract/language.ts";
import { formatPeriod } from "../contract/period.ts";
import type { Series, SeriesList } from "../contract/series.ts";
import { type Pool, reading } from "../sql/database.ts";
import { selectSeries, type SeriesRow } from "../sql/select-series.ts";
import { readAsOf } from "./as-of.ts";
import { readCursor, writeCursor } from "./cursor.ts";
import { findSeries } from "./find-series.ts";
import { languageOf } from "./language.ts";
import { parse } from "./parse.ts";
import { route } from "./route.ts";
import { sendJson } from "./send-json.ts";

const pageSize = 100;

/** The catalogue of series. */
export function seriesRoutes(pool: Pool, now: () => Date): Router {
  return Router()
    .get(route(endpoints.seriesList.path), async (req, res) => {
      const query = parse(endpoints.seriesList.query, req.query);
      const { asOf, dataset = null, source = null, frequency = null, limit = pageSize } = query;
      const after = readCursor(query.cursor, z.tuple([z.string(), z.string()]));

      const rows = await reading(pool, async (db) =>
        // One more than the page tells whether there is a next.
        selectSeries(db, await readAsOf(db, asOf, now()), {
          dataset,
          key: null,
          source,
          frequency,
          after,
          limit: limit + 1,
        }),
      );
      const page = rows.slice(0, limit);
      const last = rows.length > limit ? page.at(-1) : undefined;
      const language = languageOf(req, query.lang);
      sendJson<SeriesList>(res, {
        series: page.map((row) => toSeries(row, language, now())),
        next: last ? writeCursor([last.dataset, last.key]) : null,
      });
    })
    .get(route(endpoints.series.path), async (req, res) => {
      const { asOf, lang } = parse(endpoints.series.query, req.query);
      const row = await reading(pool, async (db) =>
        findSeries(db, await readAsOf(db, asOf, now()), req.params),
      );
      sendJson<Series>(res, toSeries(row, languageOf(req, lang), now()));
    });
}

function toSeries(row: SeriesRow, language: Language, now: Date): Series {
  const { dataset, key, frequency, unit, kind, decimals, observationCount } = row;
  return {
    dataset,
    key,
    title: titleIn(row.title, language),
    frequency,
    unit,
    kind,
    decimals,
    dimensions: Object.fromEntries(
      row.dimensions.map((dimension, i) => [dimension, row.codes[i] ?? ""]),
    ),
    source: { code: row.sourceCode, name: titleIn(row.sourceName, language) },
    firstPeriod: row.first && formatPeriod(row.first, frequency),
    lastPeriod: row.last && formatPeriod(row.last, frequency),
    observationCount,
    lastImport:
      row.importId !== null && row.importedAt !== null
        ? { id: row.importId, at: row.importedAt }
        : null,
    citation: citationOf(row, language, now),
  };
}

/** Publisher first, then what, then by whom it was passed on and when it was read. */
function citationOf(row: SeriesRow, language: Language, now: Date): string {
  const publisher = row.attribution ?? titleIn(row.sourceName, language);
  const day = now.toISOString().slice(0, 10);
  return `${publisher}: ${titleIn(row.title, language)} [${row.dataset}/${row.key}], via Kurs, ${day}.`;
}
