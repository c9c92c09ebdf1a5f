import { Router } from "express";
import { z } from "zod";
import { endpoints } from "../contract/endpoints.ts";
import type { Event, Events } from "../contract/event.ts";
import { type Language, titleIn } from "../contract/language.ts";
import { Day } from "../contract/query.ts";
import { type Pool, reading } from "../sql/database.ts";
import { countEvents, type EventRow, selectEvents } from "../sql/select-events.ts";
import { readCursor, writeCursor } from "./cursor.ts";
import { languageOf } from "./language.ts";
import { parse } from "./parse.ts";
import { route } from "./route.ts";
import { sendJson } from "./send-json.ts";

const pageSize = 50;

/** Dated facts. */
export function eventRoutes(pool: Pool): Router {
  return Router().get(route(endpoints.events.path), async (req, res) => {
    const query = parse(endpoints.events.query, req.query);
    const { country = null, kind = null, start = null, end = null, limit = pageSize } = query;
    const after = readCursor(query.cursor, z.tuple([Day, z.int()]));
    const filter = { country, kind, start, end, after, limit: limit + 1 };

    const [rows, total] = await reading(
      pool,
      async (db) => [await selectEvents(db, filter), await countEvents(db, filter)] as const,
    );
    const page = rows.slice(0, limit);
    const last = rows.length > limit ? page.at(-1) : undefined;
    const language = languageOf(req, query.lang);
    sendJson<Events>(res, {
      events: page.map((row) => toEvent(row, language)),
      next: last ? writeCursor([last.start, last.id]) : null,
      total,
    });
  });
}

function toEvent({ sourceName, sourceUrl, ...row }: EventRow, language: Language): Event {
  return {
    ...row,
    title: titleIn(row.title, language),
    text: titleIn(row.text, language),
    source: { name: sourceName, url: sourceUrl },
  };
}
