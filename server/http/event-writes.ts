import { Router } from "express";
import { endpoints } from "../contract/endpoints.ts";
import type { EventChange, EventsImported, WholeEvent } from "../contract/event.ts";
import { fillPath, paths } from "../contract/paths.ts";
import { importEvents } from "../import/import-events.ts";
import { type ImportTurns, turnOf } from "../import/import-turns.ts";
import { refusingRevoked, writingAs } from "../import/token.ts";
import type { Pool } from "../sql/database.ts";
import { selectEvent } from "../sql/select-events.ts";
import { deleteEvent, insertEvents, type NewEvent, updateEvents } from "../sql/write-events.ts";
import type { Authorize } from "./authorize.ts";
import { describeWholeEvent, noEvent, readEventId } from "./describe-event.ts";
import { clientGone } from "./client-gone.ts";
import { languageOf } from "./language.ts";
import { parse } from "./parse.ts";
import { readJson } from "./read-json.ts";
import { receivingFile } from "./receive-file.ts";
import { route } from "./route.ts";
import { sendJson } from "./send-json.ts";

const mostFileBytes = 2_000_000;

/** What it takes to write events. */
export interface EventWriteParts {
  pool: Pool;
  authorize: Authorize;
  turns: ImportTurns;
}

/** Adds, changes, removes and imports events for whoever has a token, whose label is kept with them. */
export function eventWrites({ pool, authorize, turns }: EventWriteParts): Router {
  return Router()
    .post(route(endpoints.postEvent.path), async (req, res) => {
      const by = await authorize(req);
      const { lang } = parse(endpoints.postEvent.query, req.query);
      const event = toRow(await readJson(req, res, endpoints.postEvent.body));
      const [id = 0] = await writingAs(pool, by, (db) => insertEvents(db, [event], by));
      res.location(fillPath(paths.event, { id: String(id) }));
      sendJson<WholeEvent>(res, describeWholeEvent({ ...event, id }, languageOf(req, lang)), 201);
    })
    .post(route(endpoints.importEvents.path), async (req, res) => {
      const by = await authorize(req);
      parse(endpoints.importEvents.query, req.query);
      const counts = await turns.seated(by, (seat) =>
        receivingFile(req, mostFileBytes, async ({ path }) => {
          await turnOf(seat, clientGone(res));
          // Asked again, since the file may have taken hours to come.
          await authorize(req);
          return importEvents(pool, path, by, refusingRevoked(by));
        }),
      );
      sendJson<EventsImported>(res, counts);
    })
    .put(route(endpoints.putEvent.path), async (req, res) => {
      const by = await authorize(req);
      const { lang } = parse(endpoints.putEvent.query, req.query);
      const id = readEventId(req.params.id);
      const event = { ...toRow(await readJson(req, res, endpoints.putEvent.body)), id };
      const written = await writingAs(pool, by, (db) => updateEvents(db, [event], by));
      if (written === 0) throw noEvent(req.params.id);
      sendJson<WholeEvent>(res, describeWholeEvent(event, languageOf(req, lang)));
    })
    .delete(route(endpoints.deleteEvent.path), async (req, res) => {
      const by = await authorize(req);
      parse(endpoints.deleteEvent.query, req.query);
      const id = readEventId(req.params.id);
      const removed = await writingAs(pool, by, async (db) => {
        const row = await selectEvent(db, id);
        if (row) await deleteEvent(db, id);
        return row;
      });
      if (!removed) throw noEvent(req.params.id);
      sendJson<WholeEvent>(res, describeWholeEvent(removed, languageOf(req, undefined)));
    });
}

function toRow({ source, end = null, ...event }: EventChange): NewEvent {
  return { ...event, end, sourceName: source.name, sourceUrl: source.url ?? null };
}
