import { Router } from "express";
import { endpoints } from "../contract/endpoints.ts";
import { type AnswerParts, answering } from "./answer.ts";
import { askAligned } from "./ask-aligned.ts";
import { route } from "./route.ts";
import type { StreamSlots } from "./stream-slots.ts";

/** Several series on one axis of periods. */
export function alignedRoutes(parts: AnswerParts, slots: StreamSlots): Router {
  const { path } = endpoints.aligned;
  return Router().get(
    route(path),
    answering(parts, endpoints.aligned, (db, question) =>
      askAligned(db, { ...question, path }, slots),
    ),
  );
}
