import { Router } from "express";
import { z } from "zod";
import { endpoints } from "../contract/endpoints.ts";
import type { Event, Events } from "../contract/event.ts";
import { type Language, titleIn } from "../contract/language.ts";
import { Day } from "../contract/query.ts";
import { countEvents, type EventRow, selectEvents } from "../sql/select-events.ts";
import { readCursor, writeCursor } from "./cursor.ts";
import { type AnswerParts, answering, jsonContent } from "./answer.ts";
import { route } from "./route.ts";

const pageSize = 50;

/** Dated facts. */
export function eventRoutes(parts: AnswerParts): Router {
  return Router().get(
    route(endpoints.events.path),
    answering(parts, endpoints.events, (db, { query, language }) => {
      const { country = null, kind = null, start = null, end = null, limit = pageSize } = query;
      const after = readCursor(query.cursor, z.tuple([Day, z.int()]));
      const filter = { country, kind, start, end, after, limit: limit + 1 };
      return {
        scope: "all",
        body: async () => {
          const rows = await selectEvents(db, filter);
          const page = rows.slice(0, limit);
          const last = rows.length > limit ? page.at(-1) : undefined;
          return jsonContent<Events>({
            events: page.map((row) => toEvent(row, language)),
            next: last ? writeCursor([last.start, last.id]) : null,
            total: await countEvents(db, filter),
          });
        },
      };
    }),
  );
}

function toEvent({ sourceName, sourceUrl, ...row }: EventRow, language: Language): Event {
  return {
    ...row,
    title: titleIn(row.title, language),
    text: titleIn(row.text, language),
    source: { name: sourceName, url: sourceUrl },
  };
}
