import { Router } from "express";
import { endpoints } from "../contract/endpoints.ts";
import { titleIn } from "../contract/language.ts";
import { selectObservations } from "../sql/select-observations.ts";
import { type AnswerParts, answering } from "./answer.ts";
import { findSeries } from "./find-series.ts";
import { route } from "./route.ts";
import { observationsContent } from "./write-observations.ts";

/** The observations of a stored series. */
export function observationRoutes(parts: AnswerParts): Router {
  return Router().get(
    route(endpoints.observations.path),
    answering(parts, endpoints.observations, async (db, question) => {
      const { params, query, language, asOf } = question;
      const series = await findSeries(db, asOf, params);
      const { start = null, end = null, last = null } = query;
      return {
        scope: { series: [series.seriesId] },
        body: async () => {
          const range = { start, end, last };
          const observations = await selectObservations(db, asOf, series.seriesId, range);
          const head = {
            series: `${series.dataset}/${series.key}`,
            title: titleIn(series.title, language),
            frequency: series.frequency,
            unit: series.unit,
            decimals: series.decimals,
            source: series.sourceCode,
          };
          return observationsContent(question.format, head, observations);
        },
      };
    }),
  );
}
