import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo, Server } from "node:net";
import { text } from "node:stream/consumers";
import express from "express";
import { afterEach, describe, expect, it } from "vitest";
import { createAppServer } from "../../../server/app-server.ts";
import { readingBody } from "../../../server/http/reading-body.ts";
import { rawRequest } from "../../support/raw-request.ts";

const opened: Server[] = [];
afterEach(() => {
  for (const server of opened.splice(0)) server.close();
});

async function listen(server: Server): Promise<string> {
  opened.push(server);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** The server, of which only the times are shorter, with an application that reads what it gets. */
async function runShort(times: Parameters<typeof createAppServer>[0]): Promise<string> {
  const { server, adopt } = createAppServer({ connectionsCheckingInterval: 20, ...times });
  const app = express().use(async (req, res) => void res.send(await text(req)));
  adopt({ app, answerFirst: () => false });
  return listen(server);
}

const late = /^HTTP\/1\.1 408 .*Connection: close\r\n\r\n\{.*"\/problems\/request-timeout"/s;

describe("a connection is ended, with a problem,", () => {
  it("whose headers do not come to an end", async () => {
    const address = await runShort({ headersTimeout: 100 });
    expect(await rawRequest(address, "GET / HTTP/1.1\r\nHost: x\r\nX: y")).toMatch(late);
  });

  it("whose first byte does not come", async () => {
    const address = await runShort({ headersTimeout: 100, requestTimeout: 200 });
    expect(await rawRequest(address)).toMatch(late);
  });

  it("whose request does not come to an end", async () => {
    const address = await runShort({ headersTimeout: 100, requestTimeout: 200 });
    const begun = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nabc";
    expect(await rawRequest(address, begun)).toMatch(late);
  });
});

describe("a body", () => {
  const listenReading = () =>
    listen(
      createServer((req, res) => {
        readingBody(req, () => text(req), 100).then(
          (body) => setTimeout(() => res.end(`read ${body}`), 300),
          () => undefined,
        );
      }),
    );
  const head = "POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 3\r\n\r\n";

  it("that falls silent ends its connection", async () => {
    expect(await rawRequest(await listenReading(), `${head}a`)).toBe("");
  });

  it("that was read leaves all the time that its answer needs", async () => {
    const answer = await rawRequest(await listenReading(), `${head}abc`);
    expect(answer).toMatch(/^HTTP\/1\.1 200/);
    expect(answer).toContain("read abc");
  });
});
