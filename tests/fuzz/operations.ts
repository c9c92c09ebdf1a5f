import { z } from "zod";

const Schema = z.looseObject({
  type: z.string().optional(),
  enum: z.array(z.union([z.string(), z.number(), z.boolean()])).optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  examples: z.array(z.unknown()).optional(),
});

const Parameter = z.looseObject({
  name: z.string(),
  in: z.enum(["path", "query", "header"]),
  required: z.boolean().optional(),
  schema: Schema,
});
/** A parameter of an operation, as the document declares it. */
export type Parameter = z.infer<typeof Parameter>;

const Reference = z.object({ $ref: z.string() });
const Document = z.looseObject({
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.looseObject({
        operationId: z.string(),
        parameters: z.array(z.union([Reference, Parameter])),
        requestBody: z.looseObject({ content: z.record(z.string(), z.unknown()) }).optional(),
      }),
    ),
  ),
  components: z.looseObject({ parameters: z.record(z.string(), Parameter) }),
});

/** What can be asked of the API. */
export interface Operation {
  name: string;
  method: string;
  path: string;
  parameters: Parameter[];
  /** The media types that it takes. */
  bodyTypes: string[];
}

/** Every operation that the OpenAPI document of a running server names. */
export async function operationsOf(address: string): Promise<Operation[]> {
  const response = await fetch(`${address}/api/v1/openapi.json`);
  const { paths, components } = Document.parse(await response.json());
  const whole = (parameter: z.infer<typeof Reference> | Parameter) =>
    "$ref" in parameter && typeof parameter.$ref === "string"
      ? components.parameters[parameter.$ref.split("/").at(-1) ?? ""]!
      : Parameter.parse(parameter);
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId, parameters, requestBody }]) => ({
      name: operationId,
      method: method.toUpperCase(),
      path,
      parameters: parameters.map(whole),
      bodyTypes: Object.keys(requestBody?.content ?? {}),
    })),
  );
}
