import type { ErrorRequestHandler, Request, Response } from "express";
import type { Logger } from "pino";
import { type Problem, type ProblemKind, problems } from "../contract/problem.ts";
import { writeJson } from "../domain/exact-json.ts";
import { KursError } from "../domain/kurs-error.ts";
import { isFull, isTimedOut, isUnavailable, isUnstorable } from "../sql/error-codes.ts";

/** Express and its parsers throw errors with a status of their own. */
const kindOfStatus: Readonly<Record<number, ProblemKind>> = {
  400: "invalid-query",
  413: "too-large",
  415: "unsupported-media",
};

/** No fault of the caller's, so the log has them. */
const ours: ReadonlySet<ProblemKind> = new Set(["internal", "unavailable", "storage-full"]);

/** The one place where an error becomes an answer: RFC 9457, never HTML, never a stack, never kept by a cache. */
export function problemHandler(log: Logger): ErrorRequestHandler {
  // Express tells handlers of errors by their four parameters.
  return function answerProblem(error: unknown, req, res, _next) {
    // A reader who leaves in the middle is no fault of anybody's, and has nobody to answer to.
    if (res.destroyed) return;
    // Mid-stream only cutting the connection is honest.
    if (res.headersSent) {
      log.error(lineOf(error, req, res), "answer cut off");
      return void res.destroy();
    }
    const known = asKnown(error);
    if (!known || ours.has(known.kind)) log.error(lineOf(error, req, res), "request failed");
    const { kind, message, errors, members, retryAfterSeconds } =
      known ?? new KursError("internal", "");
    const problem: Problem = {
      ...members,
      type: `/problems/${kind}`,
      ...problems[kind],
      ...(message && { detail: message }),
      ...(errors && { errors }),
    };
    res.status(problem.status).set("Cache-Control", "no-store").type("application/problem+json");
    const wait = retryAfterSeconds ?? (kind === "unavailable" ? 5 : undefined);
    if (wait !== undefined) res.set("Retry-After", String(wait));
    if (kind === "unauthorized") res.set("WWW-Authenticate", "Bearer");
    res.send(writeJson(problem));
  };
}

/** What the log tells of an error: under the number that the answer bears, and without the query. */
function lineOf(error: unknown, { method, path }: Request, res: Response) {
  return { id: res.getHeader("X-Request-Id"), err: error, method, path };
}

function asKnown(error: unknown): KursError | undefined {
  if (error instanceof KursError) return error;
  if (isUnavailable(error)) {
    return new KursError(
      "unavailable",
      "The database cannot be reached just now; try again in a few seconds.",
      { cause: error },
    );
  }
  if (isTimedOut(error)) {
    const detail = "This took longer than an answer may; ask for less, or again later.";
    return new KursError("unavailable", detail, { cause: error });
  }
  if (isFull(error)) {
    const detail = "The server has no room left on its disk; nothing was stored.";
    return new KursError("storage-full", detail, { cause: error });
  }
  if (isUnstorable(error)) {
    const detail = "A text holds the character NUL, which no text has here.";
    return new KursError("invalid-body", detail, { cause: error });
  }
  const status = error instanceof Error ? (error as { status?: unknown }).status : undefined;
  const kind = typeof status === "number" ? kindOfStatus[status] : undefined;
  // The message of a parser may repeat what was sent; the title says enough.
  return (
    kind &&
    new KursError(kind, kind === "invalid-query" ? "The address cannot be read." : "", {
      cause: error,
    })
  );
}
