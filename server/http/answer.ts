import type { Request, RequestHandler } from "express";
import type { z } from "zod";
import type { Endpoint } from "../contract/endpoints.ts";
import type { Language } from "../contract/language.ts";
import type { PartsOf } from "../contract/paths.ts";
import { type Format, formats } from "../contract/query.ts";
import { type Wire, writeJson } from "../domain/exact-json.ts";
import type { Pool, Reader } from "../sql/database.ts";
import type { Basis, Scope } from "../sql/select-basis.ts";
import type { AsOf } from "../sql/visible.ts";
import { answerKey } from "./answer-key.ts";
import { codingOf } from "./content-coding.ts";
import { entityTag } from "./entity-tag.ts";
import { formatOf } from "./format.ts";
import type { KeptAnswers } from "./kept-answers.ts";
import { languageOf } from "./language.ts";
import { makeAnswer } from "./make-answer.ts";
import { parse } from "./parse.ts";
import { sendPrepared, serves } from "./prepared.ts";
import type { Content } from "./send-content.ts";

/** What answering needs. */
export interface AnswerParts {
  readers: Pool;
  now: () => Date;
  /** Tells builds of Kurs apart, whose answers may differ. */
  build: string;
  kept: KeptAnswers;
  shortcuts?: Shortcuts;
}

/** A question as it was understood. */
export interface Question<E extends Endpoint> {
  params: PartsOf<E["path"]>;
  query: z.output<E["query"]>;
  language: Language;
  /** `json` where an endpoint has no other. */
  format: Format;
  asOf: AsOf;
  /** The moment that `asOf` is the last import of; null for now. */
  moment: string | null;
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
 * By an endpoint's path, a quicker way to the very same answer for its plain questions, which are asked without `asOf`.
 * It gives null where it has none, and for a reader who has the answer, as `isKnown` tells by what it stands on.
 */
export type Shortcuts = Readonly<Partial<Record<string, Shortcut>>>;
export type Shortcut = (question: PlainQuestion, isKnown: IsKnown) => Promise<PlainAnswer | null>;

/** Whether the reader has the answer that stands on a basis, and on today where `endsWithDay`. */
export type IsKnown = (basis: Basis, endsWithDay: boolean) => boolean;

/** A question of the one endpoint that a shortcut is for. */
export interface PlainQuestion {
  params: unknown;
  query: unknown;
  language: Language;
  format: Format;
  /** The UTC day. */
  today: string;
}

/** A whole answer and what it stands on. */
export interface PlainAnswer {
  basis: Basis;
  /** Whether it may be another one tomorrow although nothing was imported. */
  endsWithDay: boolean;
  content: { type: string; text: string | Buffer };
}

/**
 * Answers an endpoint that reads: parses the question, sees one state of the database, answers 304 to a reader who has
 * the answer, else makes it and says how long it may be kept. `ask` throws a KursError where there is no answer.
 */
export function answering<E extends Endpoint>(
  parts: AnswerParts,
  endpoint: E,
  ask: (db: Reader, question: Question<E>) => Promise<Answer> | Answer,
): RequestHandler {
  const { now, build, kept } = parts;
  const shortcut = parts.shortcuts?.[endpoint.path];
  return async function answer(req, res) {
    const clock = now();
    const question = readQuestion(endpoint, req, clock);
    const coding = codingOf(req);
    const prepared = await kept.once(
      answerKey(req, req.originalUrl, clock),
      (shared) => serves(shared, req),
      (large) =>
        makeAnswer(req, res, {
          route: endpoint.path,
          pool: parts.readers,
          clock,
          coding,
          moment: (question.query as Shared).asOf,
          tagOf: (basis, day) => entityTag([build, endpoint.path, question, basis, day], coding),
          shortcut: shortcut && ((isKnown) => shortcut(question, isKnown)),
          ask: (db, asOf) => ask(db, { ...question, asOf }),
          large,
        }),
    );
    if (prepared) sendPrepared(req, res, prepared, { own: [], clock });
  };
}

function readQuestion<E extends Endpoint>(
  endpoint: E,
  req: Request,
  clock: Date,
): Omit<Question<E>, "asOf"> {
  const query = parse<z.ZodType>(endpoint.query, req.query) as z.output<E["query"]>;
  const { asOf: moment, lang, format } = query as Shared;
  return {
    params: req.params as PartsOf<E["path"]>,
    query,
    language: languageOf(req, lang),
    format: "format" in endpoint.query.shape ? formatOf(req, format, formats) : "json",
    moment: moment ?? null,
    today: moment?.slice(0, 10) ?? clock.toISOString().slice(0, 10),
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
