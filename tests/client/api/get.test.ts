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

it("readProblem takes a page of somebody between us and the API for no answer at all", async () => {
  const problem = await readProblem(answer("<h1>Bad gateway</h1>", "text/html"));
  expect(problem).toMatchObject({ kind: "network", retryAfterSeconds: null });
});
