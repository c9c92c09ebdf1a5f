import { Validator } from "@seriousme/openapi-schema-validator";
import { describe, expect, it } from "vitest";
import { endpoints } from "../../../../server/contract/endpoints.ts";
import { examples } from "../../../../server/contract/examples.ts";
import { Problem, problems } from "../../../../server/contract/problem.ts";
import { openApiDocument } from "../../../../server/http/openapi/openapi.ts";

interface Operation {
  operationId: string;
  tags: string[];
  parameters: { name: string; in: string; description: string; $ref?: string }[];
  security?: object[];
  requestBody?: object;
  responses: Record<string, { $ref?: string; content?: Record<string, unknown> }>;
}

const document = JSON.parse(JSON.stringify(openApiDocument("http://127.0.0.1"))) as ReturnType<
  typeof openApiDocument
>;
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    path,
    method,
    ...(operation as Operation),
  })),
);
const operationOf = (name: string) => {
  const found = operations.find(({ operationId }) => operationId === name);
  if (!found) throw new Error(`no operation ${name}`);
  return found;
};
const resolve = (reference: string): unknown =>
  reference
    .slice(2)
    .split("/")
    .reduce<unknown>((part, key) => (part as Record<string, unknown>)[key], document);
const whole = <Part extends { $ref?: string }>(part: Part): Part =>
  part.$ref === undefined ? part : (resolve(part.$ref) as Part);

describe("the OpenAPI document", () => {
  it("is what the schema of OpenAPI 3.1 says", async () => {
    const { errors } = await new Validator().validate(structuredClone(document));
    expect(errors).toBeUndefined();
  });

  it("is OpenAPI 3.1 and has every endpoint once, under its method and path", () => {
    expect(document.openapi).toMatch(/^3\.1\.\d$/);
    const found = operations.map(({ operationId, method, path }) => [operationId, method, path]);
    const expected = Object.entries(endpoints).map(([name, { method, path }]) => [
      name,
      method,
      path,
    ]);
    expect(found.sort()).toEqual(expected.sort());
  });

  it("refers only to what is there, and holds nothing that it does not refer to", () => {
    const text = JSON.stringify(document);
    const references = [...text.matchAll(/"\$ref":"(#[^"]+)"/g)].map(([, name = ""]) => name);
    for (const reference of references) expect(resolve(reference), reference).toBeDefined();
    for (const name of Object.keys(document.components.schemas)) {
      expect(references).toContain(`#/components/schemas/${name}`);
    }
    expect(text).not.toMatch(/"\$(schema|id|defs)":/);
  });

  it.each(operations)(
    "$operationId declares and describes its parameters, and has a tag",
    (operation) => {
      const declared = operation.parameters.map(whole);
      for (const { name, description } of declared) expect(description, name).toMatch(/\w{3}/);
      const inPath = declared
        .filter((parameter) => parameter.in === "path")
        .map(({ name }) => name);
      expect(inPath.map((name) => `{${name}}`)).toEqual(operation.path.match(/\{\w+\}/g) ?? []);
      const inQuery = declared
        .filter((parameter) => parameter.in === "query")
        .map(({ name }) => name);
      const { query } = endpoints[operation.operationId as keyof typeof endpoints];
      expect(inQuery).toEqual(Object.keys(query.shape));
      expect(document.tags.map(({ name }) => name)).toEqual(expect.arrayContaining(operation.tags));
      expect(operation.tags).toHaveLength(1);
    },
  );

  it.each(operations)("$operationId says what it answers with, problems too", (operation) => {
    const answers = Object.entries(operation.responses).map(
      ([status, response]) => [status, Object.keys(whole(response).content ?? {})] as const,
    );
    expect(answers.some(([status]) => status.startsWith("2"))).toBe(true);
    for (const [status, types] of answers) {
      if (Number(status) >= 400) expect(types).toEqual(["application/problem+json"]);
    }
    const needsToken = operation.method !== "get" || operation.operationId === "token";
    expect(operation.security !== undefined).toBe(needsToken);
    expect("401" in operation.responses).toBe(needsToken);
  });

  it("shows every kind of problem as the contract has it", () => {
    expect(Object.keys(document.components.examples)).toEqual(Object.keys(problems));
    for (const [kind, { value }] of Object.entries(document.components.examples)) {
      expect(Problem.parse(value)).toMatchObject({ type: `/problems/${kind}` });
    }
  });

  it("says in which media types observations come, and what is no JSON", () => {
    const typesOf = (name: string) =>
      Object.keys(operationOf(name).responses["200"]?.content ?? {});
    const every = ["application/json", "text/csv", "application/x-ndjson"];
    for (const name of ["observations", "aligned", "pairObservations"])
      expect(typesOf(name)).toEqual(every);
    expect(typesOf("changes")).toEqual(["text/event-stream"]);
    expect(typesOf("importFile")).toEqual(["application/octet-stream"]);
    expect(Object.keys(operationOf("postImport").responses)).toEqual(
      expect.arrayContaining(["200", "201", "202", "413", "415", "422"]),
    );
  });

  it("describes the headers that a request may have, and how many streams there may be", () => {
    const headersOf = (name: string) =>
      operationOf(name)
        .parameters.filter((parameter) => parameter.in === "header")
        .map((parameter) => parameter.name);
    expect(headersOf("changes")).toEqual(["Last-Event-ID"]);
    expect(headersOf("postImport")).toEqual(["Prefer"]);
    expect(operationOf("changes").responses["429"]).toEqual({
      $ref: "#/components/responses/too-many-requests",
    });
    expect(operationOf("seriesList").responses["404"]).toEqual({
      $ref: "#/components/responses/unknown-dataset",
    });
  });

  it("tells bounds, defaults, choices and lists of parameters", () => {
    const { last, order, "limit-2": limit } = document.components.parameters;
    expect(last?.schema).toEqual({ type: "integer", minimum: 1, maximum: 100_000 });
    expect(order?.schema).toEqual({ type: "string", enum: ["asc", "desc"], default: "asc" });
    expect(limit?.schema).toMatchObject({ minimum: 1 });
    const quotes = operationOf("latestRates").parameters.find(({ name }) => name === "quotes");
    expect(quotes).toMatchObject({
      required: true,
      explode: false,
      schema: { type: "array", maxItems: 50 },
    });
  });
});

describe("the examples", () => {
  const withoutOne = /^(changes|importJob|token)$/;

  it("are there for every endpoint that reads and has an end", () => {
    const names = Object.entries(endpoints)
      .filter(([name, { method }]) => method === "get" && !withoutOne.test(name))
      .map(([name]) => name);
    const shown = new Set(examples.map(({ endpoint }) => endpoint as string));
    expect([...shown].sort()).toEqual(names.sort());
    expect(new Set(examples.map(({ name }) => name)).size).toBe(examples.length);
  });

  it.each(examples)("$name is understood by its endpoint", ({ endpoint, parts, query }) => {
    const { path, query: schema } = endpoints[endpoint as keyof typeof endpoints];
    expect(schema.safeParse(query).error).toBeUndefined();
    expect(Object.keys(parts).map((name) => `{${name}}`)).toEqual(path.match(/\{\w+\}/g) ?? []);
  });
});
