import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ApiProblem } from "../../../client/api/api-problem.ts";
import { labelOfToken, send } from "../../../client/api/send.ts";
import { forgetToken, keepToken, readToken } from "../../../client/api/token.ts";
import { startApp } from "../../support/app.ts";

const app = startApp();
const inBrowser = fetch;

/** Addresses of a page are relative to it; Node has no page. */
beforeEach(() => {
  vi.stubGlobal("fetch", (path: string, init: RequestInit) =>
    inBrowser(new URL(path, app.address), init),
  );
  keepToken({ token: app.token, label: "test" });
});
afterEach(() => {
  forgetToken();
  vi.unstubAllGlobals();
});

const event = {
  start: "2026-09-10",
  countries: ["KG"],
  kind: "politics" as const,
  title: "Summit",
  text: "Leaders met.",
  source: { name: "Kabar" },
};
const failure = (promise: Promise<unknown>): Promise<ApiProblem> =>
  promise.then(
    () => {
      throw new Error("it was answered");
    },
    (error: unknown) => error as ApiProblem,
  );

describe("send", () => {
  it("sends JSON with the token of the tab, and tells what was made and where", async () => {
    const { status, location, answer } = await send(
      "postEvent",
      {},
      { lang: "en" },
      { json: event },
    );
    expect(status).toBe(201);
    expect(location).toBe(`/api/v1/events/${answer.id}`);
    const removed = await send("deleteEvent", { id: String(answer.id) }, {});
    expect(removed.answer).toEqual(answer);
  });

  it("sends a file as it is", async () => {
    const body = new Blob(["date,base,quote,rate,source\n2026-09-01,USD,KGS,8O.1,MARKET\n"], {
      type: "text/csv",
    });
    const { answer } = await send(
      "postImport",
      {},
      { dryRun: "true", filename: "a.csv" },
      { body },
    );
    expect(answer).toMatchObject({ state: "preview", file: { name: "a.csv" } });
  });

  it("throws a problem with its members: single faults, and the report of a refused file", async () => {
    const faulty = await failure(send("postEvent", {}, {}, { json: { ...event, start: "soon" } }));
    expect(faulty.kind).toBe("invalid-body");
    expect(faulty.errors).toMatchObject([{ parameter: "start" }]);
    const body = new Blob(["date,base,quote,rate,source\n2026-09-01,USD,KGS,8O.1,MARKET\n"], {
      type: "text/csv",
    });
    const refused = await failure(send("postImport", {}, {}, { body }));
    expect(refused.problem).toMatchObject({ report: { counts: { rejected: 1 } } });
  });

  it("forgets a token that is in force no more, and keeps one that is through other problems", async () => {
    expect((await failure(send("postUndo", { id: "99" }, {}))).kind).toBe("not-found");
    expect(readToken()).not.toBeNull();
    keepToken({ token: "kurs_revoked", label: "old" });
    expect((await failure(send("postUndo", { id: "99" }, {}))).kind).toBe("unauthorized");
    expect(readToken()).toBeNull();
  });

  it("tells a server that is away from an abort", async () => {
    const signal = AbortSignal.abort(new Error("left"));
    await expect(send("postUndo", { id: "99" }, {}, { signal })).rejects.toThrow("left");
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("Failed to fetch")));
    expect((await failure(send("postUndo", { id: "99" }, {}))).kind).toBe("network");
  });
});

describe("labelOfToken", () => {
  it("tells the label of a token in force, and that any other text is none", async () => {
    expect(await labelOfToken(app.token)).toBe("test");
    for (const text of ["kurs_no", "ключ", "a b"])
      expect((await failure(labelOfToken(text))).kind).toBe("unauthorized");
  });
});
