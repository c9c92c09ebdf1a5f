import type { z } from "zod";
import type { ProblemError, ProblemKind } from "../contract/problem.ts";
import { KursError } from "../domain/kurs-error.ts";

/**
 * Reads what a caller sent by its schema. Throws a KursError of the kind given, with one entry for each fault: an
 * unknown or repeated parameter is a fault too, since a misspelt filter that is ignored gives a wrong answer.
 */
export function parse<Schema extends z.ZodType>(
  schema: Schema,
  sent: unknown,
  kind: ProblemKind = "invalid-query",
): z.output<Schema> {
  const errors = Object.entries((sent ?? {}) as Record<string, unknown>).flatMap(faultOfForm);
  if (errors.length > 0 && kind === "invalid-query") throw refusal(kind, errors);
  const parsed = schema.safeParse(sent);
  if (parsed.success) return parsed.data;
  throw refusal(kind, parsed.error.issues.flatMap(faultsOf));
}

function refusal(kind: ProblemKind, errors: ProblemError[]): KursError {
  return new KursError(kind, errors.map(({ message }) => message).join("; "), { errors });
}

/** What no parameter may be, whatever its schema says. Postgres takes no NUL in a text. */
function faultOfForm([parameter, value]: [string, unknown]): ProblemError[] {
  if (Array.isArray(value)) return [{ parameter, message: `${parameter} is given more than once` }];
  if (typeof value === "string" && value.includes("\0"))
    return [{ parameter, message: `${parameter} contains a NUL character` }];
  return [];
}

function faultsOf(issue: z.core.$ZodIssue): ProblemError[] {
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((parameter) => ({
      parameter,
      message: `${parameter} is not a parameter here`,
    }));
  }
  const parameter = String(issue.path[0] ?? "body");
  const missing = issue.code === "invalid_type" && issue.input === undefined;
  return [
    { parameter, message: missing ? `${parameter} is missing` : `${parameter}: ${issue.message}` },
  ];
}
