import type { z } from "zod";
import type { Endpoints } from "../../server/contract/endpoints.ts";
import { fillPath, type PartsOf, paths } from "../../server/contract/paths.ts";
import { ApiProblem, readProblem } from "./api-problem.ts";

/** The endpoints that are read with GET, by the names of their paths. */
export type GetName = {
  [Name in keyof Endpoints]: Endpoints[Name]["method"] extends "get" ? Name : never;
}[keyof Endpoints];

export type Parts<Name extends GetName> = PartsOf<Endpoints[Name]["path"]>;
export type Query<Name extends GetName> = z.input<Endpoints[Name]["query"]>;
export type Answer<Name extends GetName> = z.infer<Endpoints[Name]["response"]>;

/** The address of an answer, with the query's keys in the order given; what is undefined is left out. */
export function addressOf<Name extends GetName>(
  name: Name,
  parts: Parts<Name>,
  query: Query<Name>,
): string {
  const path = fillPath(paths[name], parts as Record<string, string>);
  const entries = Object.entries(query).filter(([, value]) => value !== undefined);
  const search = new URLSearchParams(entries as [string, string][]).toString();
  return search === "" ? path : `${path}?${search.replaceAll("%2C", ",").replaceAll("%2F", "/")}`;
}

/** Reads one answer of the API. Throws an `ApiProblem`; an abort stays an abort. */
export async function get<Name extends GetName>(
  name: Name,
  parts: Parts<Name>,
  query: Query<Name>,
  signal: AbortSignal,
): Promise<Answer<Name>> {
  underWay += 1;
  try {
    return (await read(addressOf(name, parts, query), signal)) as Answer<Name>;
  } catch (error) {
    if (signal.aborted || error instanceof ApiProblem) throw error;
    throw new ApiProblem("network", String(error));
  } finally {
    underWay -= 1;
  }
}

let underWay = 0;

/** True while no answer is waited for. */
export const isQuiet = () => underWay === 0;

async function read(address: string, signal: AbortSignal): Promise<unknown> {
  // no-cache still asks with the ETag: the reader's own cache revalidates.
  const response = await fetch(address, {
    signal,
    cache: "no-cache",
    headers: { accept: "application/json" },
  });
  if (!response.ok) throw await readProblem(response);
  return response.json();
}
