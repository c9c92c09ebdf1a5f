import { Router } from "express";
import { z } from "zod";
import { endpoints } from "../contract/endpoints.ts";
import type { Language } from "../contract/language.ts";
import { titleIn } from "../contract/titles.ts";
import { formatPeriod } from "../contract/period.ts";
import type { Series, SeriesList } from "../contract/series.ts";
import { selectSeries, type SeriesRow } from "../sql/select-series.ts";
import { type AnswerParts, answering, jsonContent } from "./answer.ts";
import { readCursor, writeCursor } from "./cursor.ts";
import { findSeries } from "./find-series.ts";
import { route } from "./route.ts";
import { readSeriesFilter } from "./series-filter.ts";

const pageSize = 100;

/** What a cursor names: a dataset and a key. */
const SeriesName = z.tuple([z.string().regex(/^\w+$/), z.string().regex(/^[\w.@$-]+$/)]);

/** The catalogue of series. */
export function seriesRoutes(parts: AnswerParts): Router {
  return Router()
    .get(
      route(endpoints.seriesList.path),
      answering(parts, endpoints.seriesList, async (db, { query, language, asOf, today }) => {
        const { limit = pageSize } = query;
        const after = readCursor(query.cursor, SeriesName);
        const filter = await readSeriesFilter(db, query);
        return {
          scope: "all",
          dependsOnToday: true,
          body: async () => {
            // One more than the page tells whether there is a next.
            const rows = await selectSeries(db, asOf, { ...filter, after, limit: limit + 1 });
            const page = rows.slice(0, limit);
            const last = rows.length > limit ? page.at(-1) : undefined;
            return jsonContent<SeriesList>({
              series: page.map((row) => toSeries(row, language, today)),
              next: last ? writeCursor([last.dataset, last.key]) : null,
            });
          },
        };
      }),
    )
    .get(
      route(endpoints.series.path),
      answering(parts, endpoints.series, async (db, { params, language, asOf, today }) => {
        const row = await findSeries(db, asOf, params);
        return {
          scope: { series: [row.seriesId] },
          dependsOnToday: true,
          body: () => jsonContent<Series>(toSeries(row, language, today)),
        };
      }),
    );
}

function toSeries(row: SeriesRow, language: Language, today: string): Series {
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
    citation: citationOf(row, language, today),
  };
}

/** Publisher first, then what, then by whom it was passed on and when it was read. */
function citationOf(row: SeriesRow, language: Language, today: string): string {
  const publisher = row.attribution ?? titleIn(row.sourceName, language);
  return `${publisher}: ${titleIn(row.title, language)} [${row.dataset}/${row.key}], via Kurs, ${today}.`;
}
