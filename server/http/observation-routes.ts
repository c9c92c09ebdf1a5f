import { Router } from "express";
import { endpoints } from "../contract/endpoints.ts";
import { alignedRoutes } from "./aligned-routes.ts";
import { type AnswerParts, answering } from "./answer.ts";
import { askObservations } from "./ask-observations.ts";
import { route } from "./route.ts";
import { StreamSlots } from "./stream-slots.ts";

/** Half of the pool's connections: as many are left for answers that are short. */
const longAnswers = 4;

/** The observations of stored series, of one or of several on one axis. */
export function observationRoutes(parts: AnswerParts): Router {
  const { path } = endpoints.observations;
  const slots = new StreamSlots(longAnswers);
  return Router()
    .get(
      route(path),
      answering(parts, endpoints.observations, (db, question) =>
        askObservations(db, { ...question, path }, slots),
      ),
    )
    .use(alignedRoutes(parts, slots));
}
