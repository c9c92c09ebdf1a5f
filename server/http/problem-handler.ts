import type { ErrorRequestHandler } from "express";
import type { Logger } from "pino";
import { type Problem, type ProblemKind, problems } from "../contract/problem.ts";
import { writeJson } from "../domain/exact-json.ts";
import { KursError } from "../domain/kurs-error.ts";
import { isUnavailable } from "../sql/error-codes.ts";

/** Express and its parsers throw errors with a status of their own. */
const kindOfStatus: Readonly<Record<number, ProblemKind>> = {
  400: "invalid-query",
  413: "too-large",
  415: "unsupported-media",
};

/** The one place where an error becomes an answer: RFC 9457, never HTML, never a stack, never kept by a cache. */
export function problemHandler(log: Logger): ErrorRequestHandler {
  return function answerProblem(error: unknown, req, res, next) {
    // A reader who leaves in the middle is no fault of anybody's, and has nobody to answer to.
    if (res.destroyed) return;
    // Mid-stream only cutting the connection is honest.
    if (res.headersSent) return next(error);
    const known = asKnown(error);
    if (!known || known.kind === "unavailable")
      log.error({ err: error, method: req.method, path: req.path }, "request failed");
    const { kind, message, errors, members } = known ?? new KursError("internal", "");
    const problem: Problem = {
      ...members,
      type: `/problems/${kind}`,
      ...problems[kind],
      ...(message && { detail: message }),
      ...(errors && { errors }),
    };
    res.status(problem.status).set("Cache-Control", "no-store").type("application/problem+json");
    if (kind === "unavailable") res.set("Retry-After", "5");
    res.send(writeJson(problem));
  };
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
