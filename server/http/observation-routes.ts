import { Router } from "express";
import { endpoints } from "../contract/endpoints.ts";
import { titleIn } from "../contract/language.ts";
import { type Pool, reading } from "../sql/database.ts";
import { selectObservations } from "../sql/select-observations.ts";
import { readAsOf } from "./as-of.ts";
import { findSeries } from "./find-series.ts";
import { languageOf } from "./language.ts";
import { parse } from "./parse.ts";
import { route } from "./route.ts";
import { formatOf, sendObservations } from "./send-observations.ts";

/** The observations of a stored series. */
export function observationRoutes(pool: Pool, now: () => Date): Router {
  return Router().get(route(endpoints.observations.path), async (req, res) => {
    const { asOf, format, lang, ...range } = parse(endpoints.observations.query, req.query);
    const { start = null, end = null, last = null } = range;

    const [series, observations] = await reading(pool, async (db) => {
      const visible = await readAsOf(db, asOf, now());
      const found = await findSeries(db, visible, req.params);
      return [
        found,
        await selectObservations(db, visible, found.seriesId, { start, end, last }),
      ] as const;
    });

    const head = {
      series: `${series.dataset}/${series.key}`,
      title: titleIn(series.title, languageOf(req, lang)),
      frequency: series.frequency,
      unit: series.unit,
      decimals: series.decimals,
      source: series.sourceCode,
    };
    sendObservations(res, formatOf(req, res, format), head, observations);
  });
}
