import { z } from "zod";

/**
 * Every kind of problem the API answers with: its HTTP status and its title. Adding one is a line here and a line in
 * the README.
 */
export const problems = {
  "invalid-query": { status: 400, title: "The query is not valid" },
  "invalid-body": { status: 400, title: "The body is not valid" },
  "malformed-request": { status: 400, title: "Not a request that can be read" },
  unauthorized: { status: 401, title: "A token is needed" },
  forbidden: { status: 403, title: "Not from this page" },
  "not-found": { status: 404, title: "No such page" },
  "unknown-series": { status: 404, title: "No such series" },
  "unknown-dataset": { status: 404, title: "No such dataset" },
  "no-rate": { status: 404, title: "No rate for this pair" },
  "method-not-allowed": { status: 405, title: "Not a method of this path" },
  "not-acceptable": { status: 406, title: "No such format" },
  "request-timeout": { status: 408, title: "The request came too slowly" },
  conflict: { status: 409, title: "In conflict with what is stored" },
  "too-large": { status: 413, title: "The file is too large" },
  "address-too-long": { status: 414, title: "The address is too long" },
  "unsupported-media": { status: 415, title: "Not a kind of file that Kurs takes" },
  "unreadable-file": { status: 422, title: "The file cannot be read" },
  "rejected-rows": { status: 422, title: "Rows were refused; nothing was stored" },
  "needs-mapping": { status: 422, title: "The file needs a mapping" },
  "too-many-requests": { status: 429, title: "Too many requests" },
  "headers-too-large": { status: 431, title: "Too many or too large headers" },
  internal: { status: 500, title: "Something went wrong here" },
  unavailable: { status: 503, title: "The database is away" },
  "storage-full": { status: 507, title: "The disk is full" },
} as const;

export type ProblemKind = keyof typeof problems;

/** One fault of several: which parameter or line, and what to do about it. */
export const ProblemError = z.strictObject({
  parameter: z.string().optional(),
  line: z.int().optional(),
  message: z.string(),
});
export type ProblemError = z.infer<typeof ProblemError>;

/**
 * An RFC 9457 problem, `application/problem+json`. `report` comes with `rejected-rows`, `recognised` and `missing` with
 * `needs-mapping`.
 */
export const Problem = z.looseObject({
  type: z.string().regex(/^\/problems\/[a-z-]+$/),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  errors: z.array(ProblemError).optional(),
});
export type Problem = z.infer<typeof Problem>;
