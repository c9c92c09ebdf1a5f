import { expect, it } from "vitest";
import { startApp } from "../../support/app.ts";

const app = startApp();
const event = {
  start: "2026-08-20",
  countries: ["KZ"],
  kind: "regime",
  title: "Tenge floated",
  text: "The band was given up.",
};

it.each([
  ["POST", "/api/v1/events", { ...event, source: { name: "A", url: "https://example.org/\0" } }],
  ["PUT", "/api/v1/sources/MARKET", { homepage: "https://example.org/\0" }],
  ["PUT", "/api/v1/mappings/NBKR", { dataset: "\0" }],
  ["PUT", "/api/v1/mappings/NBKR", { missing: ["a\0b"] }],
])(
  "%s %s refuses a text with the character NUL, which PostgreSQL cannot store",
  async (method, path, body) => {
    const headers = { Authorization: `Bearer ${app.token}`, "Content-Type": "application/json" };
    const init = { method, headers, body: JSON.stringify(body) };
    expect((await app.refused(path, init)).body.type).toBe("/problems/invalid-body");
  },
);
