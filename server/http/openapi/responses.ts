import { z } from "zod";
import { type Endpoint, type Endpoints } from "../../contract/endpoints.ts";
import { type ProblemKind, problems } from "../../contract/problem.ts";
import { type Format } from "../../contract/query.ts";
import { typeOf } from "../format.ts";
import { problemExamples, problemsOf } from "./problems.ts";
import { type JsonSchema, referenceTo } from "./schemas.ts";

type Name = keyof Endpoints;

/** The success statuses that are not the 200 of what reads, replaces or removes, nor the 201 of what adds. */
const successes: Partial<Record<Name, Record<number, string>>> = {
  postImport: {
    200: "A dry run, or nothing to change: nothing was stored",
    201: "The import, stored",
    202: "The import goes on, as a job (`Prefer: respond-async`)",
  },
  postUndo: {
    200: "Nothing to take back",
    201: "The import that takes the other back",
  },
  deleteImportJob: {
    200: "The job, cancelled",
    202: "The job, which is being cancelled",
  },
  importEvents: { 200: "How many events were added, and how many were there already" },
};

/** What is no JSON. */
const otherTypes: Partial<Record<Name, string>> = {
  changes: "text/event-stream",
  importFile: "application/octet-stream",
};

/** Reads that no cache keeps, or that have no end. */
const passing = /^(changes|importFile|importJob|health|ready|metrics)$/;

/** Every answer of an endpoint by its status: what succeeds, what a cache has already, and the problems. */
export function responsesOf(name: Name, endpoint: Endpoint, answer: JsonSchema) {
  const { method } = endpoint;
  const statuses =
    successes[name] ?? (method === "post" ? { 201: "Stored" } : { 200: "The answer" });
  const isCached = method === "get" && !passing.test(name);
  return {
    ...Object.fromEntries(
      Object.entries(statuses).map(([status, description]) => [
        status,
        {
          description,
          headers: headersOf(method, Number(status), isCached, name),
          content: contentOf(name, endpoint, status === "202" ? referenceTo("ImportJob") : answer),
        },
      ]),
    ),
    ...(isCached && { 304: { $ref: "#/components/responses/not-modified" } }),
    ...problemResponses(problemsOf(name, endpoint)),
  };
}

/** The answers that several endpoints share: one for each kind of problem, and 304. */
export const sharedResponses = {
  "not-modified": {
    description: "The reader has this answer already: its `If-None-Match` names it",
    headers: { ETag: header("ETag"), "Cache-Control": header("Cache-Control") },
  },
  ...Object.fromEntries(
    (Object.keys(problems) as ProblemKind[]).map((kind) => [kind, problemResponse([kind])]),
  ),
};

/** The headers that answers share. */
export const sharedHeaders = {
  ETag: { description: "Names this answer, for `If-None-Match`", schema: { type: "string" } },
  "Cache-Control": {
    description: "How long a cache may keep it; `immutable` where it never changes",
    schema: { type: "string" },
  },
  Location: { description: "Where what was made is to be found", schema: { type: "string" } },
  Link: {
    description: 'Of CSV that comes in pages: the next page, `rel="next"`',
    schema: { type: "string" },
  },
  "Retry-After": {
    description: "Seconds after which to ask again",
    schema: { type: "integer", minimum: 0 },
  },
};

function contentOf(name: Name, endpoint: Endpoint, schema: JsonSchema) {
  const other =
    otherTypes[name] ?? (endpoint.response instanceof z.ZodString ? "text/plain" : null);
  if (other) return { [other]: { schema: { type: "string" } } };
  return Object.fromEntries(
    formatsOf(endpoint).map((format) => [
      typeOf(format),
      { schema: format === "json" ? schema : { type: "string", description: textForms[format] } },
    ]),
  );
}

const textForms: Record<Exclude<Format, "json">, string> = {
  csv: "RFC 4180, a header first",
  ndjson: "One JSON object a line, one line an observation",
};

/** The formats that an endpoint's query offers; JSON alone where it offers none. */
function formatsOf({ query }: Endpoint): readonly Format[] {
  const { format } = query.shape as { format?: z.ZodType };
  const inner = format instanceof z.ZodOptional ? format.unwrap() : format;
  return inner instanceof z.ZodEnum ? (inner.options as Format[]) : ["json"];
}

function headersOf(method: string, status: number, isCached: boolean, name: Name) {
  const own = [
    ...(isCached ? ["ETag", "Cache-Control"] : []),
    ...(name === "importChanges" ? ["Link"] : []),
    ...(method === "post" && status > 200 ? ["Location"] : []),
  ];
  return Object.fromEntries(own.map((each) => [each, header(each)]));
}

function problemResponses(kinds: readonly ProblemKind[]): Record<string, JsonSchema> {
  const statuses = [...new Set(kinds.map((kind) => problems[kind].status))];
  return Object.fromEntries(
    statuses.map((status) => {
      const [first, ...others] = kinds.filter((kind) => problems[kind].status === status);
      const isOne = first !== undefined && others.length === 0;
      return [
        status,
        isOne
          ? { $ref: `#/components/responses/${first}` }
          : problemResponse(first ? [first, ...others] : others),
      ];
    }),
  );
}

function problemResponse(kinds: readonly ProblemKind[]): JsonSchema {
  const waits = kinds.some(
    (kind) => problems[kind].status === 503 || problems[kind].status === 429,
  );
  return {
    description: kinds.map((kind) => problemExamples[kind]?.description).join(" Or: "),
    ...(waits && { headers: { "Retry-After": header("Retry-After") } }),
    content: {
      "application/problem+json": {
        schema: referenceTo("Problem"),
        examples: Object.fromEntries(
          kinds.map((kind) => [kind, { $ref: `#/components/examples/${kind}` }]),
        ),
      },
    },
  };
}

function header(name: string) {
  return { $ref: `#/components/headers/${name}` };
}
