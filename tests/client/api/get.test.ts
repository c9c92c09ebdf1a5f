import { expect, it } from "vitest";
import { readProblem } from "../../../client/api/api-problem.ts";
import { addressOf } from "../../../client/api/get.ts";

it("addressOf fills the path, leaves out what is undefined, and keeps commas legible", () => {
  expect(addressOf("latestRates", {}, { base: "USD", quotes: "KGS,KZT", lang: undefined })).toBe(
    "/api/v1/rates/latest?base=USD&quotes=KGS,KZT",
  );
  expect(addressOf("observations", { dataset: "TRADE", key: "A.KZ/X" }, {})).toBe(
    "/api/v1/series/TRADE/A.KZ%2FX/observations",
  );
});

const answer = (body: string, type: string, headers = {}) =>
  new Response(body, { status: 429, headers: { "content-type": type, ...headers } });

it("readProblem takes kind, detail and patience from a problem of the API", async () => {
  const body = JSON.stringify({
    type: "/problems/too-many-requests",
    title: "Too many requests",
    status: 429,
    detail: "Slow down.",
  });
  expect(
    await readProblem(answer(body, "application/problem+json", { "retry-after": "7" })),
  ).toMatchObject({
    kind: "too-many-requests",
    detail: "Slow down.",
    retryAfterSeconds: 7,
  });
});

it("readProblem tells the number of the request, under which the server's log has it", async () => {
  const body = JSON.stringify({ type: "/problems/internal", title: "Oh", status: 500 });
  const found = await readProblem(
    answer(body, "application/problem+json", { "x-request-id": "a1" }),
  );
  expect(found).toMatchObject({ kind: "internal", detail: "Oh", requestId: "a1" });
});

it.each([
  [429, "too-many-requests"],
  [502, "unavailable"],
  [503, "unavailable"],
  [500, "internal"],
  [404, "not-found"],
  [418, "network"],
])("readProblem takes a page of somebody before the API, with %i, for %s", async (status, kind) => {
  const headers = { "content-type": "text/html", "retry-after": "9" };
  const problem = await readProblem(new Response("<h1>Oh</h1>", { status, headers }));
  expect(problem).toMatchObject({ kind, retryAfterSeconds: 9, requestId: "" });
});
