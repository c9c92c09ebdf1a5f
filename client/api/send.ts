import type { z } from "zod";
import type { Endpoints } from "../../server/contract/endpoints.ts";
import type { ImportJob } from "../../server/contract/import-job.ts";
import { fillPath, type PartsOf, paths } from "../../server/contract/paths.ts";
import { ApiProblem, readProblem } from "./api-problem.ts";
import { forgetToken, readToken } from "./token.ts";

/** What writes, with its method and its path; all of it needs a token. */
const writes = {
  postImport: ["POST", paths.imports],
  postUndo: ["POST", paths.undoImport],
  deleteImportJob: ["DELETE", paths.importJob],
  putMapping: ["PUT", paths.mapping],
  postEvent: ["POST", paths.events],
  putEvent: ["PUT", paths.event],
  deleteEvent: ["DELETE", paths.event],
  importEvents: ["POST", paths.importEvents],
} as const;

type WriteName = keyof typeof writes;
type AnswerTo<Name extends WriteName> =
  z.infer<Endpoints[Name]["response"]> | (Name extends "postImport" ? ImportJob : never);

/** What goes with a request: JSON, or a file or form as it is; further headers; a signal that aborts it. */
export interface Sending {
  json?: unknown;
  body?: Blob | FormData | string;
  headers?: Readonly<Record<string, string>>;
  signal?: AbortSignal;
}

/** An answer to what was sent. `location` is where that is which was made. */
export interface Sent<Answer> {
  status: number;
  location: string | null;
  answer: Answer;
}

/**
 * Sends something to be written, with the token of this tab. Throws an `ApiProblem`, whose `problem` has the members
 * that came with it, such as `report`; after `unauthorized` the token is forgotten. An abort stays an abort.
 */
export async function send<Name extends WriteName>(
  name: Name,
  parts: PartsOf<Endpoints[Name]["path"]>,
  query: z.input<Endpoints[Name]["query"]>,
  sending: Sending = {},
): Promise<Sent<AnswerTo<Name>>> {
  const [method, path] = writes[name];
  const search = new URLSearchParams(
    Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined),
  ).toString();
  const address = fillPath(path, parts as Record<string, string>);
  const response = await request(`${address}${search && `?${search}`}`, method, sending);
  if (!response.ok) throw await refused(response);
  return {
    status: response.status,
    location: response.headers.get("location"),
    answer: (await response.json()) as AnswerTo<Name>,
  };
}

/** The label of a token that is in force. Throws an `ApiProblem`: `unauthorized` for any other text. */
export async function labelOfToken(token: string, signal?: AbortSignal): Promise<string> {
  const headers = { authorization: bearer(token) };
  const response = await reach(paths.token, { headers, ...(signal && { signal }) });
  if (!response.ok) throw await readProblem(response);
  const { label } = (await response.json()) as z.infer<Endpoints["token"]["response"]>;
  return label;
}

/** The most bytes that a file may have which is sent with the token of this tab. Throws as `send` does. */
export async function readImportLimit(signal: AbortSignal): Promise<number> {
  const response = await request(paths.token, "GET", { signal });
  if (!response.ok) throw await refused(response);
  const { importMaxBytes } = (await response.json()) as z.infer<Endpoints["token"]["response"]>;
  return importMaxBytes;
}

function request(
  address: string,
  method: string,
  { json, body, headers = {}, signal }: Sending,
): Promise<Response> {
  const kept = readToken();
  const content = json === undefined ? body : JSON.stringify(json);
  return reach(address, {
    method,
    headers: {
      accept: "application/json",
      ...(json !== undefined && { "content-type": "application/json" }),
      ...(kept && { authorization: bearer(kept.token) }),
      ...headers,
    },
    ...(content !== undefined && { body: content }),
    ...(signal && { signal }),
  });
}

async function reach(address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, { cache: "no-store", ...init });
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw new ApiProblem("network", String(error));
  }
}

async function refused(response: Response): Promise<ApiProblem> {
  const problem = await readProblem(response);
  if (problem.kind === "unauthorized") forgetToken();
  return problem;
}

/** A header takes no other characters; no token has any. */
const bearer = (token: string) => `Bearer ${token.replace(/[^\x21-\x7e]/g, "?")}`;
