import { z } from "zod";
import * as dataset from "../../contract/dataset.ts";
import * as derivation from "../../contract/derivation.ts";
import { type Endpoints, endpoints } from "../../contract/endpoints.ts";
import * as event from "../../contract/event.ts";
import * as importChange from "../../contract/import-change.ts";
import * as importJob from "../../contract/import-job.ts";
import * as importReport from "../../contract/import-report.ts";
import * as mapping from "../../contract/mapping.ts";
import * as observation from "../../contract/observation.ts";
import * as problem from "../../contract/problem.ts";
import * as rate from "../../contract/rate.ts";
import * as receipt from "../../contract/receipt.ts";
import * as series from "../../contract/series.ts";
import * as source from "../../contract/source.ts";
import * as storedMapping from "../../contract/stored-mapping.ts";

/** JSON Schema, as OpenAPI 3.1 takes it. */
export type JsonSchema = Record<string, unknown>;

const modules = [
  dataset,
  derivation,
  event,
  importChange,
  importJob,
  importReport,
  mapping,
  observation,
]
  .map((module): object => module)
  .concat([problem, rate, receipt, series, source, storedMapping]);

/** The schemas of the contract that have a name, by it: what is exported under a capital. */
const named: readonly (readonly [string, z.ZodType])[] = modules
  .flatMap((module) => Object.entries(module) as [string, unknown][])
  .filter((entry): entry is [string, z.ZodType] => entry[1] instanceof z.ZodType);

/** The query of an endpoint: a schema for each parameter, and which of them have to be there. */
export interface QuerySchema {
  properties: Record<string, JsonSchema>;
  required?: string[];
}

/** The contract in JSON Schema. */
export interface ContractSchemas {
  /** Every schema that has a name, as answers have it. */
  named: Record<string, JsonSchema>;
  /** What an endpoint answers: a reference where its schema has a name. */
  answerOf: (name: keyof Endpoints) => JsonSchema;
  queryOf: (name: keyof Endpoints) => QuerySchema;
}

/** Turns the contract into JSON Schema; it takes some milliseconds. */
export function toJsonSchemas(): ContractSchemas {
  const written = jsonSchemas("input");
  const read = jsonSchemas("output");
  return {
    named: Object.fromEntries(named.map(([name]) => [name, read[name] ?? {}])),
    answerOf: (name) => {
      const own = named.find(([, schema]) => schema === endpoints[name].response);
      return own ? referenceTo(own[0]) : (read[`${name} answer`] ?? {});
    },
    queryOf: (name) => ({ properties: {}, ...written[`${name} query`] }),
  };
}

/** A schema as a body is sent: before defaults and transforms. */
export function schemaOfBody(schema: z.ZodType): JsonSchema {
  return plain(z.toJSONSchema(schema, { ...options, io: "input" }));
}

/** A reference to a schema of the document's components. */
export const referenceTo = (name: string) => ({ $ref: `#/components/schemas/${name}` });

function jsonSchemas(io: "input" | "output"): Record<string, JsonSchema> {
  const registry = z.registry<{ id: string }>();
  for (const [name, schema] of named) registry.add(schema, { id: name });
  for (const [name, { query, response }] of Object.entries(endpoints)) {
    registry.add(query, { id: `${name} query` });
    if (!registry.has(response)) registry.add(response, { id: `${name} answer` });
  }
  const uri = (name: string) => referenceTo(name).$ref;
  const made = z.toJSONSchema(registry, { ...options, io, uri });
  return Object.fromEntries(
    Object.entries(made.schemas).map(([name, schema]) => [name, plain(schema)]),
  );
}

const options = {
  // What a transform makes of a text has no JSON Schema of its own.
  unrepresentable: "any",
  override: ({ zodSchema, jsonSchema }: { zodSchema: object; jsonSchema: JsonSchema }) => {
    // zod leaves these out where a text is transformed; ours are of the text.
    const { examples, default: standard } = z.globalRegistry.get(zodSchema as z.ZodType) ?? {};
    if (examples !== undefined) jsonSchema.examples = examples;
    if (standard !== undefined) jsonSchema.default = standard;
    // Bounds that only say what a double can hold tell a reader nothing.
    if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
    if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    // The text of a number is shown as the number that it is.
    if (jsonSchema.type === "integer") delete jsonSchema.pattern;
  },
} as const;

function plain(schema: object): JsonSchema {
  const { $schema: _, $id: __, ...rest } = schema as JsonSchema;
  return rest;
}
