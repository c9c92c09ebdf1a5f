import { describe, expect, it } from "vitest";
import { type Endpoint, endpoints } from "../../../server/contract/endpoints.ts";
import { fillPath } from "../../../server/contract/paths.ts";
import { startApp } from "../../support/app.ts";

const app = startApp("empty");
const sample = new Proxy({}, { get: () => "1" });
const paths = [...new Set((Object.values(endpoints) as Endpoint[]).map(({ path }) => path))];
const methodsOf = (path: string) =>
  (Object.values(endpoints) as Endpoint[])
    .filter((endpoint) => endpoint.path === path)
    .map(({ method }) => method.toUpperCase());
const all = ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "PROPFIND"];

describe("a method that a path does not have", () => {
  it.each(paths)("is refused at %s with the methods that it has", async (path) => {
    const own = methodsOf(path);
    const implied = own.includes("GET") ? ["HEAD"] : [];
    // Which takes /events/import for an event, too.
    const others = path.endsWith("/events/import") ? ["GET", "HEAD", "PUT", "DELETE"] : [];
    const allowed = new Set([...own, ...implied, ...others]);
    for (const method of all.filter((each) => !allowed.has(each))) {
      const response = await fetch(`${app.address}${fillPath(path, sample)}`, { method });
      expect(response.status, method).toBe(405);
      const said = (response.headers.get("allow") ?? "").split(", ");
      expect(new Set(said)).toEqual(new Set([...allowed, "OPTIONS"]));
      if (method === "HEAD") continue;
      expect(response.headers.get("content-type")).toContain("application/problem+json");
      expect(await response.json()).toMatchObject({ type: "/problems/method-not-allowed" });
    }
  });

  it("is refused in whatever way the path is written, and a path that there is not stays unknown", async () => {
    for (const path of ["/API/v1/Datasets", "/api/v1/datasets/", "/healthz/"]) {
      const { response } = await app.refused(path, { method: "POST" });
      expect(response.headers.get("allow")).toBe("GET, HEAD, OPTIONS");
    }
    const { body, response } = await app.refused("/api/v1/nowhere", { method: "POST" });
    expect([body.type, response.headers.get("allow")]).toEqual(["/problems/not-found", null]);
  });
});

describe("OPTIONS", () => {
  it("tells the methods of a path, and lets pages elsewhere only read", async () => {
    for (const [path, allow] of [
      ["/api/v1/imports", "GET, HEAD, POST, OPTIONS"],
      ["/api/v1/events/7", "GET, HEAD, PUT, DELETE, OPTIONS"],
      ["/readyz", "GET, HEAD, OPTIONS"],
      ["/api/v1/nowhere", null],
    ] as const) {
      const { status, headers } = await fetch(`${app.address}${path}`, { method: "OPTIONS" });
      expect([status, headers.get("allow")]).toEqual([204, allow]);
      const methods = path.startsWith("/api/") ? "GET, HEAD" : null;
      expect(headers.get("access-control-allow-methods")).toBe(methods);
    }
  });
});

describe("HEAD", () => {
  it("has the headers of GET and no body", async () => {
    for (const path of ["/api/v1/datasets", "/api/v1/imports", "/healthz", "/api/v1/nowhere"]) {
      const [get, head] = [
        await fetch(`${app.address}${path}`),
        await fetch(`${app.address}${path}`, { method: "HEAD" }),
      ];
      expect(head.status).toBe(get.status);
      expect(head.headers.get("content-type")).toBe(get.headers.get("content-type"));
      expect(await head.text()).toBe("");
    }
  });
});
