/** What the API's page takes from the OpenAPI document. */
export interface ApiDocument {
  tags: readonly { name: string; description: string }[];
  paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  components: {
    parameters: Readonly<Record<string, Parameter>>;
    schemas: Readonly<Record<string, Schema>>;
    examples: Readonly<Record<string, { value: { status: number } }>>;
  };
}

interface Operation {
  operationId: string;
  tags: readonly string[];
  summary: string;
  description?: string;
  parameters: readonly (Parameter | Reference)[];
  security?: readonly object[];
}

interface Reference {
  $ref: string;
}

interface Parameter {
  name: string;
  in: string;
  description: string;
  required: boolean;
  schema: Schema | Reference;
  examples?: Readonly<Record<string, { value: string | number | readonly string[] }>>;
}

interface Schema {
  type?: string;
  format?: string;
  enum?: readonly string[];
  items?: Schema;
  minimum?: number;
  maximum?: number;
  maxItems?: number;
  default?: string | number;
  examples?: readonly string[];
}

/** An endpoint as a reader sees it. */
export interface EndpointText {
  name: string;
  method: string;
  path: string;
  summary: string;
  description: string;
  needsToken: boolean;
  parameters: readonly ParameterText[];
}

export interface ParameterText {
  name: string;
  type: string;
  /** A value of it; empty where the type says enough. */
  example: string;
  isRequired: boolean;
  /** Empty where there is none. */
  defaultText: string;
  description: string;
}

/** The endpoints of the document, in the groups that it has. */
export function endpointGroups(document: ApiDocument) {
  const endpoints = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      tag: operation.tags[0],
      endpoint: endpointText(document, method.toUpperCase(), path, operation),
    })),
  );
  return document.tags.map(({ name, description }) => ({
    name,
    description,
    endpoints: endpoints.filter(({ tag }) => tag === name).map(({ endpoint }) => endpoint),
  }));
}

function endpointText(
  document: ApiDocument,
  method: string,
  path: string,
  operation: Operation,
): EndpointText {
  const { operationId, summary, description = "", parameters, security = [] } = operation;
  return {
    name: operationId,
    method,
    path,
    summary,
    description,
    needsToken: security.length > 0,
    parameters: parameters.map((parameter) => parameterText(document, parameter)),
  };
}

function parameterText(document: ApiDocument, given: Parameter | Reference): ParameterText {
  const parameter = "$ref" in given ? document.components.parameters[lastName(given)] : given;
  if (!parameter) throw new RangeError("the document refers to a parameter that it has not");
  const { name, schema, required, description } = parameter;
  return {
    name,
    type: typeText(document, schema),
    example: exampleText(document, parameter),
    isRequired: required,
    defaultText: "default" in schema ? String(schema.default) : "",
    description,
  };
}

function typeText(document: ApiDocument, given: Schema | Reference): string {
  const schema = "$ref" in given ? { ...document.components.schemas[lastName(given)] } : given;
  const { type = "string", format, minimum, maximum, items, maxItems } = schema;
  if (schema.enum) return schema.enum.map((word) => (word === "\t" ? "\\t" : word)).join(" | ");
  if (items) return `${typeText(document, items)},… ≤ ${maxItems ?? "∞"}`;
  if (minimum !== undefined && maximum !== undefined) return `${type}, ${minimum}…${maximum}`;
  return format ?? type;
}

function exampleText(document: ApiDocument, { schema: given, examples = {} }: Parameter): string {
  const schema =
    "$ref" in given ? { ...document.components.schemas[lastName(given)], ...given } : given;
  if (schema.enum) return "";
  const value = Object.values(examples)[0]?.value ?? schema.examples?.[0] ?? "";
  return typeof value === "object" ? value.join(",") : String(value);
}

const lastName = ({ $ref }: Reference) => $ref.split("/").at(-1) ?? "";

/** The kinds of problems that the document knows, each with its status. */
export function problemKinds({ components }: ApiDocument): { kind: string; status: number }[] {
  return Object.entries(components.examples).map(([kind, { value }]) => ({
    kind,
    status: value.status,
  }));
}
