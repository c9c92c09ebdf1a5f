import { Router } from "express";
import { type Endpoint, type Endpoints, endpoints } from "../../contract/endpoints.ts";
import { parse } from "../parse.ts";
import { sendText } from "../send-json.ts";
import { operationOf, tags } from "./operation.ts";
import { problemExamples } from "./problems.ts";
import { sharedHeaders, sharedResponses } from "./responses.ts";
import { toJsonSchemas } from "./schemas.ts";
import { schemasInUse, shareParameters } from "./shared.ts";

const info = {
  title: "Kurs",
  version: "1",
  summary:
    "Exchange rates and economic indicators of Central Asia, with a receipt for every number.",
  description: [
    "Reading needs no key; writing needs a token. Fields may be added later, never renamed or removed.",
    "Unknown and repeated parameters are refused. Numbers in JSON carry exactly the stored digits, null where there is no figure. `lang`, else `Accept-Language`, chooses the language of titles. `asOf` reads what was known at a moment.",
    "Errors are RFC 9457 problems, `application/problem+json`; `type` is `/problems/` and the kind.",
    "A client has so many requests a minute; `RateLimit` and `RateLimit-Policy` tell what is left, `Retry-After` of a 429 when there are more. A method that a path does not have is 405, `Allow` names those that it has.",
    "Every answer has an ETag and says how long it may be kept. Any page on the web may read: `Access-Control-Allow-Origin: *`.",
  ].join("\n\n"),
  license: { name: "MIT", identifier: "MIT" },
};

/** The OpenAPI 3.1 document of the API, made from its zod schemas. `address` is where the API is reached. */
export function openApiDocument(address: string) {
  const schemas = toJsonSchemas();
  const operations = (Object.entries(endpoints) as [keyof Endpoints, Endpoint][]).map(
    ([name, endpoint]) => ({ endpoint, operation: operationOf(name, endpoint, schemas) }),
  );
  const { components, share } = shareParameters(operations.map(({ operation }) => operation));
  const paths: Record<string, Record<string, unknown>> = {};
  for (const { endpoint, operation } of operations) {
    const { method, path } = endpoint;
    paths[path] ??= {};
    paths[path][method] = { ...operation, parameters: operation.parameters.map(share) };
  }
  const shared = {
    parameters: components,
    responses: sharedResponses,
    headers: sharedHeaders,
    examples: problemExamples,
    securitySchemes: {
      token: { type: "http", scheme: "bearer", description: "Made by `kurs token add LABEL`" },
    },
  };
  return {
    openapi: "3.1.0",
    info,
    servers: [{ url: address }],
    security: [],
    tags,
    paths,
    components: { schemas: schemasInUse([paths, shared], schemas.named), ...shared },
  };
}

/** Serves the document. */
export function openApiRoutes(address: string): Router {
  const text = JSON.stringify(openApiDocument(address));
  return Router().get(endpoints.openApi.path, (req, res) => {
    parse(endpoints.openApi.query, req.query);
    sendText(res, "application/json", text);
  });
}
