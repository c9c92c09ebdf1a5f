import { Router } from "express";
import { z } from "zod";
import { endpoints } from "../contract/endpoints.ts";
import type { Events, WholeEvent } from "../contract/event.ts";
import { Day } from "../contract/query.ts";
import { KursError } from "../domain/kurs-error.ts";
import { countEvents, selectEvent, selectEvents } from "../sql/select-events.ts";
import { type AnswerParts, answering, jsonContent } from "./answer.ts";
import { readCursor, writeCursor } from "./cursor.ts";
import { describeEvent, describeWholeEvent, noEvent, readEventId } from "./describe-event.ts";
import { eventWrites, type EventWriteParts } from "./event-writes.ts";
import { route } from "./route.ts";

const pageSize = 50;

/** Events hang on no import; the generation of catalogue and events is all that they stand on. */
const scope = { series: [] };

/** Dated facts: list, look, and with a token write. */
export function eventRoutes(parts: AnswerParts, writes: EventWriteParts): Router {
  return Router()
    .use(eventWrites(writes))
    .get(
      route(endpoints.events.path),
      answering(parts, endpoints.events, (db, { query, language }) => {
        const { country = null, kind = null, start = null, end = null, limit = pageSize } = query;
        refuseReversed(start, end);
        const after = readCursor(query.cursor, z.tuple([Day, z.int32()]));
        const search = query.q ?? null;
        const filter = { country, kind, start, end, search, after, limit: limit + 1 };
        return {
          scope,
          body: async () => {
            const rows = await selectEvents(db, filter);
            const page = rows.slice(0, limit);
            const last = rows.length > limit ? page.at(-1) : undefined;
            return jsonContent<Events>({
              events: page.map((row) => describeEvent(row, language)),
              next: last ? writeCursor([last.start, last.id]) : null,
              total: await countEvents(db, filter),
            });
          },
        };
      }),
    )
    .get(
      route(endpoints.event.path),
      answering(parts, endpoints.event, async (db, { params, language }) => {
        const row = await selectEvent(db, readEventId(params.id));
        if (!row) throw noEvent(params.id);
        return { scope, body: () => jsonContent<WholeEvent>(describeWholeEvent(row, language)) };
      }),
    );
}

function refuseReversed(start: string | null, end: string | null): void {
  if (start === null || end === null || start <= end) return;
  const message = "start lies after end";
  throw new KursError("invalid-query", message, { errors: [{ parameter: "start", message }] });
}
