import type { Request, Response } from "express";
import type { Pool, Reader } from "../sql/database.ts";
import { type Basis, selectBasis } from "../sql/select-basis.ts";
import type { AsOf } from "../sql/visible.ts";
import type { Answer, IsKnown, PlainAnswer } from "./answer.ts";
import { readingAt } from "./as-of.ts";
import { freshness, varyingHeaders } from "./caching.ts";
import type { Coding } from "./content-coding.ts";
import { isKnown } from "./entity-tag.ts";
import { largestKeptBytes } from "./kept-answers.ts";
import { type Prepared, sharedHeaders } from "./prepared.ts";
import { begin, packBody, sendPieces } from "./send-content.ts";

/** All that it takes to make one answer. */
interface Recipe {
  /** The endpoint's path in the contract. */
  route: string;
  pool: Pool;
  clock: Date;
  coding: Coding;
  /** The moment of `asOf`. */
  moment: string | undefined;
  /** The tag of an answer that stands on a basis, and on a day where today matters. */
  tagOf: (basis: Basis, day: string | null) => string;
  shortcut: ((isKnown: IsKnown) => Promise<PlainAnswer | null>) | undefined;
  ask: (db: Reader, asOf: AsOf) => Promise<Answer> | Answer;
  /** Is called when the answer turns out to be too large to be kept or shared. */
  large: () => void;
}

/** What an answer stands on, and for how long. */
interface Standing {
  basis: Basis;
  settled: boolean;
  endsWithDay: boolean;
}

/** An answer whose text is there; without content for a reader who has it already. */
interface Written {
  etag: string;
  endsWithDay: boolean;
  content: PlainAnswer["content"] | null;
}

/**
 * Makes an answer, by the shortcut where it knows it, in one reading transaction else, and gives it packed. One that is
 * too large to be held is sent as it comes; then it gives null.
 */
export async function makeAnswer(
  req: Request,
  res: Response,
  recipe: Recipe,
): Promise<Prepared | null> {
  const written = (await takeShortcut(req, res, recipe)) ?? (await writeAnswer(req, res, recipe));
  if (written === "sent") return null;
  const { etag, endsWithDay, content } = written;
  const headers = sharedHeaders(res, { endsWithDay });
  // Packed after the transaction: others need its connection.
  const body = content && (await packBody(content.type, content.text, recipe.coding));
  return { route: recipe.route, etag, endsWithDay, headers, body };
}

async function takeShortcut(
  req: Request,
  res: Response,
  recipe: Recipe,
): Promise<Written | undefined> {
  const { moment, shortcut, tagOf, clock } = recipe;
  if (!shortcut || moment !== undefined) return undefined;
  const sent = req.headers["if-none-match"];
  const plain = await shortcut(
    (basis, endsWithDay) =>
      sent !== undefined && isKnown(sent, tagOf(basis, endsWithDay ? dayOf(clock) : null)),
  );
  if (!plain) return undefined;
  const { basis, endsWithDay, content } = plain;
  const etag = setCaching(res, recipe, { basis, settled: false, endsWithDay });
  return { etag, endsWithDay, content };
}

async function writeAnswer(req: Request, res: Response, recipe: Recipe): Promise<Written | "sent"> {
  const { pool, moment, clock, coding, ask, large } = recipe;
  return readingAt(pool, moment, clock, async (db, { asOf, settled }) => {
    const { scope, dependsOnToday = false, body } = await ask(db, asOf);
    const basis = await selectBasis(db, asOf, scope);
    // As of a moment, today is the day of that moment and stays so.
    const endsWithDay = dependsOnToday && moment === undefined;
    const etag = setCaching(res, recipe, { basis, settled, endsWithDay });
    const known = { etag, endsWithDay, content: null };
    if (isKnown(req.headers["if-none-match"], etag)) return known;
    const { type, text, headers = {} } = await body();
    res.set(headers);
    if (typeof text === "string") return { ...known, content: { type, text } };
    const { read, rest } = await begin(text, largestKeptBytes);
    if (!rest) return { ...known, content: { type, text: read } };
    large();
    await sendPieces(res, type, { read, rest }, coding);
    return "sent";
  });
}

/** Sets the headers that tell caches what they have and for how long. Returns the tag. */
function setCaching(
  res: Response,
  { clock, tagOf }: Recipe,
  { basis, settled, endsWithDay }: Standing,
): string {
  const etag = tagOf(basis, endsWithDay ? dayOf(clock) : null);
  const until = endsWithDay ? clock : null;
  res.setHeader("ETag", etag);
  res.setHeader("Cache-Control", freshness({ forever: settled, until }));
  res.setHeader("Vary", varyingHeaders);
  return etag;
}

function dayOf(clock: Date): string {
  return clock.toISOString().slice(0, 10);
}
