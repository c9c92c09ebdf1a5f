import { z } from "zod";
import { catalogueEndpoints } from "./catalogue-endpoints.ts";
import { eventEndpoints } from "./event-endpoints.ts";
import { importEndpoints } from "./import-endpoints.ts";
import { observationEndpoints } from "./observation-endpoints.ts";
import { paths } from "./paths.ts";
import { Nothing } from "./query.ts";
import { rateEndpoints } from "./rate-endpoints.ts";

/**
 * Each endpoint by the name of its path: method, query, answer. The OpenAPI document, the server's parsing and the
 * client's types are made from it.
 */
export const endpoints = {
  ...catalogueEndpoints,
  ...observationEndpoints,
  ...rateEndpoints,
  ...eventEndpoints,
  ...importEndpoints,
  changes: {
    method: "get",
    path: paths.changes,
    summary: "A stream of server-sent events, one for each import that commits",
    query: Nothing,
    response: z.string(),
  },
  token: {
    method: "get",
    path: paths.token,
    summary: "Whose token it is that the request carries, and what it may send",
    query: Nothing,
    response: z.strictObject({
      label: z.string().meta({ description: "The name that the token was given when it was made" }),
      importMaxBytes: z.int().meta({
        description: "The most bytes that a file to import may have, packed or unpacked",
      }),
    }),
  },
  openApi: {
    method: "get",
    path: paths.openApi,
    summary: "This document: the API, described by OpenAPI 3.1",
    query: Nothing,
    response: z.looseObject({ openapi: z.string() }),
  },
  health: {
    method: "get",
    path: paths.health,
    summary: "The process lives",
    query: Nothing,
    response: z.strictObject({ status: z.literal("ok") }),
  },
  ready: {
    method: "get",
    path: paths.ready,
    summary: "The database answers and is of this version, and the server does not stop",
    query: Nothing,
    response: z.strictObject({ status: z.literal("ok") }),
  },
  metrics: {
    method: "get",
    path: paths.metrics,
    summary: "How the server does, as Prometheus's text",
    query: Nothing,
    response: z.string(),
  },
} as const;

export type Endpoints = typeof endpoints;
export type Endpoint = Endpoints[keyof Endpoints];
