import { once } from "node:events";
import { type Request, type Response, Router } from "express";
import { endpoints } from "../contract/endpoints.ts";
import { KursError } from "../domain/kurs-error.ts";
import type { Pool } from "../sql/database.ts";
import type { Listening } from "../sql/listen.ts";
import { ChangeFeed } from "./change-feed.ts";
import type { ClientOf } from "./client-address.ts";
import { goOnUntilLeft } from "./response-end.ts";
import { OpenStreams } from "./open-streams.ts";
import { parse } from "./parse.ts";
import { route } from "./route.ts";

/** A comment so often keeps proxies from taking a quiet stream for a dead one. */
const commentMs = 25_000;
/** A reader that was cut off comes back after so long. */
const retryMs = 3_000;
const mostStreams = 500;
/** A desk behind one address has some dozens of pages open; one client must not take the room of all. */
const mostOfClient = 50;

interface StreamParts {
  pool: Pool;
  listening: Listening;
  clientOf: ClientOf;
}

/** `GET /api/v1/changes`: server-sent events, one for each import that commits. */
export function changeStreamRoutes({ pool, listening, clientOf }: StreamParts): Router {
  const feed = new ChangeFeed(pool, listening);
  const open = new OpenStreams(mostStreams, mostOfClient);
  return Router().get(route(endpoints.changes.path), async (req, res) => {
    parse(endpoints.changes.query, req.query);
    const resumed = readLastEventId(req);
    const leave = open.enter(clientOf(req));
    // From here on, since a reader may leave while the first number is read.
    const gone = new AbortController();
    res.once("close", () => {
      leave();
      gone.abort();
    });
    const last = await feed.last();
    begin(res, Math.min(resumed ?? last, last));
    if (req.method === "HEAD") res.end();
    else await tell(res, feed, { after: Math.min(resumed ?? last, last), signal: gone.signal });
  });
}

/** Headers, how soon to come back, and the number that the reader stands at: one who is cut off before any event resumes, too. */
function begin(res: Response, after: number): void {
  res.set({
    "Content-Type": "text/event-stream; charset=utf-8",
    // Not transformed: compression would hold events back.
    "Cache-Control": "no-cache, no-transform",
    "X-Accel-Buffering": "no",
    // A connection that is kept open would hold up a server that stops.
    Connection: "close",
  });
  goOnUntilLeft(res);
  res.write(`retry: ${retryMs}\nid: ${after}\n\n`);
}

interface Place {
  after: number;
  signal: AbortSignal;
}

async function tell(res: Response, feed: ChangeFeed, { after, signal }: Place): Promise<void> {
  const isGone = () => signal.aborted;
  for (let id = after; !isGone() && !feed.isClosed;) {
    const { looks } = feed;
    const events = await feed.after(id);
    for (const event of events) {
      id = event.id;
      if (!res.write(event.text)) await drained(res, signal);
      if (isGone()) return;
    }
    if (events.length > 0) continue;
    const heard = await feed.heardSince(looks, signal, commentMs);
    if (!heard && !isGone()) res.write(": nothing new\n\n");
  }
  res.end();
}

/** Waits until a slow reader has taken what was sent, so that nothing piles up in memory, or has left. */
async function drained(res: Response, signal: AbortSignal): Promise<void> {
  await Promise.race([once(res, "drain"), once(signal, "abort")]);
}

function readLastEventId(req: Request): number | null {
  const sent = req.get("last-event-id");
  if (sent === undefined || sent === "") return null;
  if (/^\d{1,9}$/.test(sent)) return Number(sent);
  const message = "Last-Event-ID is the number of an import";
  throw new KursError("invalid-query", message, {
    errors: [{ parameter: "Last-Event-ID", message }],
  });
}
