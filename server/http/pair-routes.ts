import { Router } from "express";
import { endpoints } from "../contract/endpoints.ts";
import { type AnswerParts, answering } from "./answer.ts";
import { askPair } from "./ask-pair.ts";
import { route } from "./route.ts";

/** The rates of any pair that a source gives a path to, like a series. */
export function pairRoutes(parts: AnswerParts): Router {
  const { path } = endpoints.pairObservations;
  return Router().get(
    route(path),
    answering(parts, endpoints.pairObservations, (db, question) =>
      askPair(db, { ...question, path }),
    ),
  );
}
