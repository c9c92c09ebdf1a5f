import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import express, { type Express } from "express";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createAppServer } from "../../server/app-server.ts";

/** Each reads or sets something as Express documents it. */
function createSample(folder: string): Express {
  const app = express();
  app.set("query parser", "simple");
  app.set("trust proxy", true);
  app.get("/request/:part", (req, res) => {
    res.json({
      part: req.params.part,
      query: req.query,
      path: req.path,
      baseUrl: req.baseUrl,
      originalUrl: req.originalUrl,
      ip: req.ip,
      protocol: req.protocol,
      host: req.hostname,
      secure: req.secure,
      header: req.get("X-Sample"),
      type: req.accepts(["application/json", "text/csv"]),
      coding: req.acceptsEncodings(["br", "gzip"]),
      language: req.acceptsLanguages("ky", "ru"),
      isCsv: req.is("text/csv"),
      sameApp: req.app === app && res.app === app && res.req === req && req.res === res,
    });
  });
  app.get("/set", (_req, res) => {
    res.status(202).set("X-One", "1").set({ "X-Two": "2" }).vary("Accept").vary("Accept-Language");
    res.type("text/csv").location("/there").append("Link", "<a>").append("Link", "<b>").send("a,b");
  });
  app.get("/attached", (_req, res) => void res.attachment("ä.csv").send(Buffer.from("x")));
  app.get("/away", (_req, res) => res.redirect(302, "/set"));
  app.use("/files", express.static(folder, { maxAge: "1y", immutable: true }));
  app.get("/fault", () => {
    throw Object.assign(new Error("no"), { status: 418 });
  });
  app.get("/rejected", () => Promise.reject(new Error("later")));
  app.use(((error: Error & { status?: number }, _req, res, next) => {
    if (res.headersSent) return next(error);
    res.status(error.status ?? 500).json({ fault: error.message });
  }) as express.ErrorRequestHandler);
  return app;
}

const { server, adopt } = createAppServer();
let [address, folder] = ["", ""];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kurs-app-server-"));
  await writeFile(join(folder, "a.txt"), "a file");
  server.listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  adopt({ app: createSample(folder), answerFirst: () => false });
});
afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true, force: true });
});

describe("a server whose requests and responses are made as Express's own", () => {
  it("has everything of a request", async () => {
    const headers = {
      "X-Sample": "yes",
      "X-Forwarded-For": "203.0.113.7, 10.0.0.1",
      "X-Forwarded-Proto": "https",
      "X-Forwarded-Host": "kurs.example",
      Accept: "text/csv",
      "Accept-Encoding": "gzip;q=0.5, br;q=0.1",
      "Accept-Language": "ru, ky;q=0.5",
    };
    const response = await fetch(`${address}/request/a%20b?x=1&x=2&y=%C3%A4`, { headers });
    expect(await response.json()).toEqual({
      part: "a b",
      query: { x: ["1", "2"], y: "ä" },
      path: "/request/a%20b",
      baseUrl: "",
      originalUrl: "/request/a%20b?x=1&x=2&y=%C3%A4",
      ip: "203.0.113.7",
      protocol: "https",
      host: "kurs.example",
      secure: true,
      header: "yes",
      type: "text/csv",
      coding: "gzip",
      language: "ru",
      isCsv: null,
      sameApp: true,
    });
  });

  it("has everything of a response", async () => {
    const response = await fetch(`${address}/set`);
    expect([response.status, await response.text()]).toEqual([202, "a,b"]);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "x-one": "1",
      "x-two": "2",
      vary: "Accept, Accept-Language",
      "content-type": "text/csv; charset=utf-8",
      location: "/there",
      link: "<a>, <b>",
      "content-length": "3",
    });
    const attached = await fetch(`${address}/attached`);
    expect(attached.headers.get("content-disposition")).toContain("filename*=UTF-8''%C3%A4.csv");
    const away = await fetch(`${address}/away`, { redirect: "manual" });
    expect([away.status, away.headers.get("location")]).toEqual([302, "/set"]);
  });

  it("sends files, whole, in part, to who has them, and to HEAD", async () => {
    const response = await fetch(`${address}/files/a.txt`);
    expect(await response.text()).toBe("a file");
    expect(response.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    const part = await fetch(`${address}/files/a.txt`, { headers: { Range: "bytes=2-3" } });
    expect([part.status, await part.text()]).toEqual([206, "fi"]);
    // Else fetch would ask for a fresh one.
    const known = {
      "If-None-Match": response.headers.get("etag") ?? "",
      "Cache-Control": "max-age=0",
    };
    expect((await fetch(`${address}/files/a.txt`, { headers: known })).status).toBe(304);
    const head = await fetch(`${address}/files/a.txt`, { method: "HEAD" });
    expect([head.status, head.headers.get("content-length")]).toEqual([200, "6"]);
  });

  it("brings errors, also those of promises, to the handler of errors", async () => {
    const [fault, rejected] = [await fetch(`${address}/fault`), await fetch(`${address}/rejected`)];
    expect([fault.status, await fault.json()]).toEqual([418, { fault: "no" }]);
    expect([rejected.status, await rejected.json()]).toEqual([500, { fault: "later" }]);
  });

  it("leaves their prototype as they were made with it, which is what it is for", async () => {
    const seen = await new Promise<boolean>((resolve) => {
      server.prependOnceListener("request", (req: object, res: object) => {
        const before = [Object.getPrototypeOf(req), Object.getPrototypeOf(res)] as unknown[];
        setImmediate(() => {
          const after = [Object.getPrototypeOf(req), Object.getPrototypeOf(res)] as unknown[];
          resolve(before.every((prototype, i) => prototype === after[i]));
        });
      });
      void fetch(`${address}/set`);
    });
    expect(seen).toBe(true);
  });

  it("answers several requests of one connection in their order", async () => {
    const text = await new Promise<string>((resolve, reject) => {
      let received = "";
      const socket = connect(Number(new URL(address).port), "127.0.0.1");
      socket.on("data", (bytes) => (received += bytes.toString()));
      socket.on("close", () => resolve(received));
      socket.on("error", reject);
      const request = (path: string, more = "") => `GET ${path} HTTP/1.1\r\nHost: x\r\n${more}\r\n`;
      socket.write(request("/set") + request("/fault") + request("/set", "Connection: close\r\n"));
    });
    expect([...text.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status)).toEqual([
      "202",
      "418",
      "202",
    ]);
  });
});
