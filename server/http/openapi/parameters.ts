import type { Endpoints } from "../../contract/endpoints.ts";
import { type Example, examples } from "../../contract/examples.ts";
import type { JsonSchema, QuerySchema } from "./schemas.ts";

/** A parameter as OpenAPI describes it. */
export interface Parameter {
  name: string;
  in: "path" | "query" | "header";
  description: string;
  required: boolean;
  schema: JsonSchema;
  style?: "form";
  explode?: boolean;
  examples?: Record<string, { summary: string; value: unknown }>;
}

/** What the parts of paths are. */
const partTexts: Readonly<Record<string, string>> = {
  dataset: "The code of a dataset",
  key: "The key of a series: its dimension codes joined by dots, frequency first",
  period:
    "A period of the series' frequency: 2026-11-20, 2026-W47, 2026-11, 2026-Q4, 2026-S2 or 2026",
  pair: "Two currency codes joined by a dash: units of the second for one of the first",
  code: "The code of a source",
  id: "The number of the import or event",
  job: "The job's name, as `Location` gave it",
  name: "The name of a stored mapping: letters, digits, dots, dashes and underscores",
};

/** The request headers that an endpoint understands besides those of HTTP itself. */
const headers: Partial<
  Record<keyof Endpoints, readonly Pick<Parameter, "name" | "description" | "schema">[]>
> = {
  changes: [
    {
      name: "Last-Event-ID",
      description: "The `id` of the last event received: everything after it is told",
      schema: { type: "integer", minimum: 0, examples: [12] },
    },
  ],
  postImport: [
    {
      name: "Prefer",
      description: "`respond-async` answers 202 with a job once the file is received",
      schema: { type: "string", examples: ["respond-async"] },
    },
  ],
};

/** The parameters of an endpoint, those of its path first, its headers last. Their examples are the document's examples of the endpoint. */
export function parametersOf(name: keyof Endpoints, path: string, query: QuerySchema): Parameter[] {
  const own = examples.filter(({ endpoint }) => endpoint === name);
  return [
    ...pathParameters(path, own),
    ...queryParameters(query, own),
    ...(headers[name] ?? []).map((header) => ({
      ...header,
      in: "header" as const,
      required: false,
    })),
  ];
}

function pathParameters(path: string, own: readonly Example[]): Parameter[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => ({
    name,
    in: "path",
    description: partTexts[name] ?? "",
    required: true,
    schema: { type: name === "id" ? "integer" : "string" },
    ...withExamples(own, ({ parts }) => (name === "id" ? Number(parts.id) : parts[name])),
  }));
}

function queryParameters(
  { properties, required = [] }: QuerySchema,
  own: readonly Example[],
): Parameter[] {
  return Object.entries(properties).map(([name, { description, ...schema }]) => {
    const isList = schema.type === "array";
    return {
      name,
      in: "query",
      description: typeof description === "string" ? description : "",
      required: required.includes(name),
      schema,
      // Codes separated by commas, in one parameter: a repeated one is refused.
      ...(isList && { style: "form", explode: false }),
      ...withExamples(own, ({ query }) => readAs(schema, query[name])),
    };
  });
}

/** A value of an address as what its schema says that it is. */
function readAs({ type }: JsonSchema, text: string | undefined): unknown {
  if (text === undefined) return undefined;
  if (type === "array") return text.split(",");
  return type === "integer" ? Number(text) : text;
}

function withExamples(
  own: readonly Example[],
  valueOf: (example: Example) => unknown,
): Pick<Parameter, "examples"> {
  const named = own
    .map((example) => [example.name, { summary: example.title, value: valueOf(example) }] as const)
    .filter(([, { value }]) => value !== undefined);
  return named.length === 0 ? {} : { examples: Object.fromEntries(named) };
}
