import { z } from "zod";
import { EventChange, EventKind, Events, EventsImported, WholeEvent } from "./event.ts";
import { paths } from "./paths.ts";
import { EndBound, Nothing, paging, StartBound, titled } from "./query.ts";
import { Country, SearchText } from "./search.ts";

/** The endpoints of events; what only reads is open to everybody. */
export const eventEndpoints = {
  events: {
    method: "get",
    path: paths.events,
    summary: "Dated, sourced facts, newest first",
    query: z.strictObject({
      ...titled,
      ...paging,
      country: Country.optional().meta({
        description: "That concern this country, by its ISO 3166 code",
        examples: ["KZ"],
      }),
      kind: EventKind.optional().meta({ description: "Of this kind" }),
      q: SearchText.optional().meta({
        description: "Words to find in titles and texts",
        examples: ["tenge"],
      }),
      start: StartBound.optional(),
      end: EndBound.optional(),
    }),
    response: Events,
  },
  event: {
    method: "get",
    path: paths.event,
    summary: "One event",
    query: z.strictObject(titled),
    response: WholeEvent,
  },
  postEvent: {
    method: "post",
    path: paths.events,
    summary: "Add an event",
    query: z.strictObject(titled),
    response: WholeEvent,
    body: EventChange,
  },
  putEvent: {
    method: "put",
    path: paths.event,
    summary: "Write an event anew",
    query: z.strictObject(titled),
    response: WholeEvent,
    body: EventChange,
  },
  deleteEvent: {
    method: "delete",
    path: paths.event,
    summary: "Remove an event",
    query: Nothing,
    response: WholeEvent,
  },
  importEvents: {
    method: "post",
    path: paths.importEvents,
    summary: "Add the events of a CSV file, all or none",
    query: Nothing,
    response: EventsImported,
  },
} as const;
