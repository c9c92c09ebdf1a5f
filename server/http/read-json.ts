import { json, type Request, type RequestHandler, type Response, text } from "express";
import type { z } from "zod";
import { KursError } from "../domain/kurs-error.ts";
import { readingBody } from "./reading-body.ts";

const mostBytes = 200_000;
const mostTextBytes = 1_000_000;

const asJson = json({ type: "application/json", limit: mostBytes, strict: false });
const asText = text({ type: ["application/json", "text/plain"], limit: mostTextBytes });

/**
 * Reads the JSON that a request carries by its schema. Throws a KursError: "unsupported-media" for another type,
 * "too-large", and "invalid-body" with one entry for each fault, which names the field.
 */
export async function readJson<Schema extends z.ZodType>(
  req: Request,
  res: Response,
  schema: Schema,
): Promise<z.output<Schema>> {
  if (!req.is("application/json"))
    throw new KursError("unsupported-media", "Send the body as application/json.");
  await readBody(req, res, { parser: asJson, most: mostBytes });
  const parsed = schema.safeParse(req.body);
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.flatMap((issue) => faultsOf(issue, req.body));
  throw new KursError("invalid-body", errors.map(({ message }) => message).join("; "), { errors });
}

/** Reads JSON as the text that it is sent as. Throws a KursError: "unsupported-media" for another type, and "too-large". */
export async function readText(req: Request, res: Response): Promise<string> {
  await readBody(req, res, { parser: asText, most: mostTextBytes });
  const body: unknown = req.body;
  if (typeof body === "string") return body;
  throw new KursError("unsupported-media", "Send the body as application/json.");
}

interface Reading {
  parser: RequestHandler;
  /** The most bytes that it takes. */
  most: number;
}

function readBody(req: Request, res: Response, { parser, most }: Reading): Promise<void> {
  return readingBody(
    req,
    () =>
      new Promise((resolve, reject) => {
        parser(req, res, (error: unknown) => {
          if (error === undefined) resolve();
          else reject(explain(error, most));
        });
      }),
  );
}

/** Express's parser tells by `type` what it met. */
function explain(error: unknown, most: number): Error {
  const type = error instanceof Error && "type" in error ? error.type : undefined;
  if (type === "entity.parse.failed")
    return new KursError("invalid-body", "The body is not JSON.", { cause: error });
  if (type === "entity.too.large")
    return new KursError("too-large", `The body is larger than ${most} bytes.`, {
      cause: error,
    });
  // What is packed and damaged bears the status of an address that cannot be read.
  if (type === undefined && error instanceof Error && "status" in error && error.status === 400)
    return new KursError("invalid-body", "The body cannot be unpacked.", { cause: error });
  return error instanceof Error ? error : new Error("the body could not be read", { cause: error });
}

function faultsOf(issue: z.core.$ZodIssue, body: unknown) {
  const { path, message } = issue;
  const named = (field: readonly PropertyKey[]) => field.map(String).join(".") || "body";
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => {
      const parameter = named([...path, key]);
      return { parameter, message: `${parameter} is not a field here` };
    });
  const parameter = named(path);
  const missing = path.length > 0 && valueAt(body, path) === undefined;
  return [{ parameter, message: missing ? `${parameter} is missing` : `${parameter}: ${message}` }];
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (within, step) => (within as Record<PropertyKey, unknown> | null | undefined)?.[step],
    value,
  );
}
