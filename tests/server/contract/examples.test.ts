import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { endpoints } from "../../../server/contract/endpoints.ts";
import { addressOfExample, examples } from "../../../server/contract/examples.ts";
import { openApiDocument } from "../../../server/http/openapi/openapi.ts";
import { startApp } from "../../support/app.ts";

const app = startApp();
const document = openApiDocument("http://127.0.0.1");
const { schemas } = document.components;

interface Answer {
  headers?: Record<string, unknown>;
  content?: Record<string, { schema: object }>;
}

/** What the document says of an answer. */
function documented(path: string, status: number): Answer {
  const { get } = document.paths[path] as { get: { responses: Record<string, Answer> } };
  const answer = get.responses[String(status)];
  if (!answer) throw new Error(`${status} of ${path} is not documented`);
  return answer;
}

/** Checks a body by a schema of the document, whose references are of the document. */
function checkBySchema(schema: object, body: unknown): void {
  const text = JSON.stringify({ ...schema, $defs: schemas });
  const own = JSON.parse(text.replaceAll("#/components/schemas/", "#/$defs/")) as object;
  z.fromJSONSchema(own as Parameters<typeof z.fromJSONSchema>[0]).parse(body);
}

describe("each example of the documentation", () => {
  it.each(examples)("$name is answered as the contract and the document say", async (example) => {
    const address = addressOfExample(example);
    const response = await fetch(app.address + address);
    const text = await response.text();
    expect(response.status, text).toBe(200);

    const { path, response: schema } = endpoints[example.endpoint as keyof typeof endpoints];
    const { headers = {}, content = {} } = documented(path, response.status);
    const [type = ""] = (response.headers.get("content-type") ?? "").split(";");
    expect(Object.keys(content)).toContain(type);
    for (const name of Object.keys(headers).filter((header) => header !== "Link"))
      expect(response.headers.get(name), name).not.toBeNull();
    if (type !== "application/json") return;
    const body: unknown = JSON.parse(text);
    schema.parse(body);
    checkBySchema(content[type]?.schema ?? {}, body);
  });

  it("has an address that says what it asks", () => {
    const addresses = examples.map(addressOfExample);
    expect(addresses[0]).toBe("/api/v1/rates/latest?base=USD&quotes=KGS,KZT,TJS,UZS,TMT");
    expect(new Set(addresses).size).toBe(addresses.length);
  });
});

describe("each address of the README", () => {
  const readme = readFileSync("README.md", "utf8");
  // The chapter on trying imports first what these two ask for; what writes is tested where it is served.
  const elsewhere = /\.TCA\/|source=TCA|-X (PUT|POST|DELETE)|--data|-[dFTN] |\/changes/;
  const addresses = readme
    .split("\n")
    .filter((line) => !elsewhere.test(line))
    .flatMap((line) => [...line.matchAll(/(?:localhost|127\.0\.0\.1):8080(\/api\/[^\s'"`>)]+)/g)])
    .map(([, address = ""]) => address);

  it("is one of several", () => {
    expect(addresses.length).toBeGreaterThan(5);
  });

  it.each([...new Set(addresses)])("%s is answered", async (address) => {
    const response = await fetch(app.address + address);
    expect(response.status, await response.text()).toBe(200);
  });
});
