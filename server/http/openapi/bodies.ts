import type { z } from "zod";
import type { Endpoint, Endpoints } from "../../contract/endpoints.ts";
import { Mapping } from "../../contract/mapping.ts";
import { takesFile } from "./problems.ts";
import { type JsonSchema, schemaOfBody } from "./schemas.ts";

const table = { schema: { type: "string" } };
const bytes = { schema: { type: "string", contentEncoding: "binary" } };

const mappingText = {
  type: "string",
  contentMediaType: "application/json",
  description: "The mapping, as JSON",
};

const bodyExamples: Partial<Record<keyof Endpoints, unknown>> = {
  putSource: {
    licence: "Terms of use of the bank's site",
    homepage: "https://www.nbkr.kg",
    rank: 10,
  },
  postEvent: {
    start: "2015-08-20",
    countries: ["KZ"],
    kind: "devaluation",
    title: { en: "The tenge floats", ru: "Тенге в свободном плавании" },
    text: "Kazakhstan gave up the corridor of its currency.",
    source: { name: "National Bank of Kazakhstan", url: "https://nationalbank.kz" },
  },
  putMapping: {
    dataset: "FX",
    period: "date",
    value: "rate",
    dimensions: { SOURCE: { value: "NBKR" } },
  },
};

/** What an endpoint takes as its body; undefined where it takes none. */
export function bodyOf(name: keyof Endpoints, endpoint: Endpoint) {
  if (takesFile(name)) return { required: true, content: fileContent(name) };
  const schema: z.ZodType | undefined =
    "body" in endpoint ? endpoint.body : name === "putMapping" ? Mapping : undefined;
  if (!schema) return undefined;
  const example = bodyExamples[name] ?? bodyExamples.postEvent;
  return {
    required: true,
    content: { "application/json": { schema: schemaOfBody(schema), example } },
  };
}

function fileContent(name: keyof Endpoints): JsonSchema {
  const properties = {
    file: { type: "string", contentMediaType: "application/octet-stream" },
    ...(name === "postImport" && { mapping: mappingText }),
  };
  return {
    "text/csv": table,
    "text/plain": table,
    "application/gzip": bytes,
    "multipart/form-data": { schema: { type: "object", required: ["file"], properties } },
  };
}
