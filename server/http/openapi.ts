import { Router } from "express";
import { z } from "zod";
import { endpoints } from "../contract/endpoints.ts";
import { ImportJob } from "../contract/import-job.ts";
import { Mapping } from "../contract/mapping.ts";
import { paths } from "../contract/paths.ts";
import { Problem, problems } from "../contract/problem.ts";
import { parse } from "./parse.ts";

type Endpoint = (typeof endpoints)[keyof typeof endpoints];

/** The OpenAPI 3.1 document of the API, made from its zod schemas. `address` is where the API is reached. */
export function openApiDocument(address: string) {
  return {
    openapi: "3.1.0",
    info: {
      title: "Kurs",
      version: "1",
      summary:
        "Exchange rates and economic indicators of Central Asia, with a receipt for every number.",
      description: `Errors are RFC 9457 problems of these types: ${Object.keys(problems)
        .map((kind) => `/problems/${kind}`)
        .join(", ")}.`,
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: address }],
    paths: Object.fromEntries(
      [...new Set(Object.values(endpoints).map(({ path }) => path))].map((path) => [
        path,
        operationsOf(path),
      ]),
    ),
    components: { securitySchemes: { token: { type: "http", scheme: "bearer" } } },
  };
}

/** Serves the document. */
export function openApiRoutes(address: string): Router {
  const document = openApiDocument(address);
  return Router().get(paths.openApi, (req, res) => {
    parse(z.strictObject({}), req.query);
    res.json(document);
  });
}

function operationsOf(path: string) {
  const own = Object.entries(endpoints).filter(([, endpoint]) => endpoint.path === path);
  return Object.fromEntries(
    own.map(([name, endpoint]) => [endpoint.method, operation(name, endpoint)]),
  );
}

function operation(operationId: string, endpoint: Endpoint) {
  const { method, path, summary, query, response } = endpoint;
  const writes: boolean = method !== "get";
  return {
    operationId,
    summary,
    parameters: [...pathParameters(path), ...queryParameters(query)],
    ...(writes && { security: [{ token: [] }] }),
    ...(operationId === "postImport" && { requestBody: importBody }),
    ...(operationId === "putMapping" && { requestBody: mappingBody }),
    responses: {
      [method === "post" ? 201 : 200]: answer("The answer", mediaTypeOf(operationId), response),
      ...(operationId === "postImport" && {
        200: answer("A dry run, or nothing to change", "application/json", response),
        202: answer("The job, with `Prefer: respond-async`", "application/json", ImportJob),
      }),
      default: answer("A problem", "application/problem+json", Problem),
    },
  };
}

const importBody = {
  required: true,
  content: {
    "text/csv": { schema: { type: "string" } },
    "multipart/form-data": {
      schema: {
        type: "object",
        required: ["file"],
        properties: { file: { type: "string", format: "binary" }, mapping: { type: "string" } },
      },
    },
  },
};

const mappingBody = {
  required: true,
  content: { "application/json": { schema: jsonSchema(Mapping, "input") } },
};

const mediaTypeOf = (operationId: string) =>
  operationId === "importFile" ? "application/octet-stream" : "application/json";

function answer(description: string, mediaType: string, schema: z.ZodType) {
  return { description, content: { [mediaType]: { schema: jsonSchema(schema, "output") } } };
}

function pathParameters(path: string) {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }));
}

function queryParameters(query: z.ZodObject) {
  return Object.entries(query.shape).map(([name, schema]) => ({
    name,
    in: "query",
    required: !(schema as z.ZodType).safeParse(undefined).success,
    schema: jsonSchema(schema as z.ZodType, "input"),
  }));
}

function jsonSchema(schema: z.ZodType, io: "input" | "output") {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: "any" });
  return rest;
}
