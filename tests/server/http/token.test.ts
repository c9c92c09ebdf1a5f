import { describe, expect, it } from "vitest";
import { startApp } from "../../support/app.ts";

const app = startApp();
const carrying = (token: string) => ({ headers: { Authorization: `Bearer ${token}` } });

describe("GET /api/v1/token", () => {
  it("tells the label of a token that is in force and what it may send, and is kept by no cache", async () => {
    const { body, response } = await app.ask("token", {}, {}, carrying(app.token));
    expect(body).toEqual({ label: "test", importMaxBytes: 1_000_000 });
    expect(response.headers.get("cache-control")).toBe("no-store");
  });

  it("is refused to any other token, and without one", async () => {
    for (const init of [carrying("kurs_no"), {}]) {
      const { body, response } = await app.refused("/api/v1/token", init);
      expect(body.type).toBe("/problems/unauthorized");
      expect(response.headers.get("www-authenticate")).toBe("Bearer");
    }
  });
});
