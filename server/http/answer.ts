import type { RequestHandler } from "express";
import type { z } from "zod";
import type { Endpoint } from "../contract/endpoints.ts";
import type { Language } from "../contract/language.ts";
import type { PartsOf } from "../contract/paths.ts";
import { type Format, formats } from "../contract/query.ts";
import { type Wire, writeJson } from "../domain/exact-json.ts";
import type { Pool, Reader } from "../sql/database.ts";
import { type Scope, selectBasis } from "../sql/select-basis.ts";
import type { AsOf } from "../sql/visible.ts";
import { readingAt } from "./as-of.ts";
import { setCaching } from "./caching.ts";
import { codingOf } from "./content-coding.ts";
import { entityTag, isKnown } from "./entity-tag.ts";
import { formatOf } from "./format.ts";
import { languageOf } from "./language.ts";
import { parse } from "./parse.ts";
import { type Content, sendPieces, sendText } from "./send-content.ts";

/** What answering needs. */
export interface AnswerParts {
  pool: Pool;
  now: () => Date;
  /** Tells builds of Kurs apart, whose answers may differ. */
  build: string;
}

/** A question as it was understood. */
export interface Question<E extends Endpoint> {
  params: PartsOf<E["path"]>;
  query: z.output<E["query"]>;
  language: Language;
  /** `json` where an endpoint has no other. */
  format: Format;
  asOf: AsOf;
  /** The UTC day that counts as today: of `asOf`, where that is given. */
  today: string;
}

/** What is answered: what it stands on, and how to make it, which is not done for a reader who has it already. */
export interface Answer {
  scope: Scope;
  /** Whether the answer may be another one tomorrow although nothing was imported. */
  dependsOnToday?: boolean;
  /** A text is sent once the transaction has ended; pieces are sent while it lasts, in constant memory. */
  body: () => Promise<Content> | Content;
}

/**
 * Answers an endpoint that reads: parses the question, sees one state of the database, answers 304 to a reader who has
 * the answer, else makes it and says how long it may be kept. `ask` throws a KursError where there is no answer.
 */
export function answering<E extends Endpoint>(
  { pool, now, build }: AnswerParts,
  endpoint: E,
  ask: (db: Reader, question: Question<E>) => Promise<Answer> | Answer,
): RequestHandler {
  const takesFormat = "format" in endpoint.query.shape;
  return async function answer(req, res) {
    const query = parse<z.ZodType>(endpoint.query, req.query) as z.output<E["query"]>;
    const { asOf: moment, lang, format } = query as Shared;
    const clock = now();
    const today = clock.toISOString().slice(0, 10);
    const question = {
      params: req.params as PartsOf<E["path"]>,
      query,
      language: languageOf(req, lang),
      format: takesFormat ? formatOf(req, format, formats) : ("json" as const),
      today: moment?.slice(0, 10) ?? today,
    };
    const coding = codingOf(req);
    const text = await readingAt(pool, moment, clock, async (db, { asOf, settled }) => {
      const { scope, dependsOnToday = false, body } = await ask(db, { ...question, asOf });
      const basis = await selectBasis(db, asOf, scope);
      const day = dependsOnToday ? today : null;
      res.set("ETag", entityTag([build, endpoint.path, question, basis, day], coding));
      setCaching(res, { forever: settled, until: dependsOnToday ? clock : null });
      if (isKnown(req, res)) return null;
      const content = await body();
      if (typeof content.text === "string") return { ...content, text: content.text };
      await sendPieces(res, { ...content, text: content.text }, coding);
      return undefined;
    });
    if (text === null) res.status(304).end();
    else if (text) await sendText(res, text, coding);
  };
}

/** What the queries of most endpoints have in common. */
interface Shared {
  asOf?: string;
  lang?: Language;
  format?: Format;
}

/** A JSON answer of the contract, its numbers digit for digit. */
export function jsonContent<Body>(body: Wire<Body>): Content {
  return { type: "application/json", text: writeJson(body) };
}
