import { once } from "node:events";
import { createServer, get, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import type { Response } from "express";
import express from "express";
import { expect, it } from "vitest";
import { sendPieces } from "../../../server/http/send-content.ts";

const piece = "x".repeat(256 * 1024);

/** Sends pieces without end, until the reader is gone, and tells how many were read and that they were told to stop. */
async function sending(wait: () => Promise<unknown>) {
  const told = { pieces: 0, isOver: false };
  async function* endless() {
    try {
      for (;;) {
        await wait();
        told.pieces += 1;
        yield piece;
      }
    } finally {
      told.isOver = true;
    }
  }
  const app = express().get("/", async (_req, res: Response) => {
    const begun = { read: "", rest: endless() };
    const pace = { everyMs: 200, bytes: 1_000_000 };
    await sendPieces(res, "text/plain", begun, "identity", pace).catch(() => undefined);
  });
  const server = createServer(app).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const [response] = (await once(get({ port, agent: false }), "response")) as [IncomingMessage];
  response.on("error", () => undefined);
  const close = () => {
    response.destroy();
    server.close();
  };
  return { told, response, close };
}

it("cuts off a reader who takes nothing, and reads little ahead", async () => {
  const { told, close } = await sending(() => delay(0));
  while (!told.isOver) await delay(20);
  // What the sockets hold, and a little more.
  expect(told.pieces).toBeLessThan(60);
  close();
});

it("waits with a reader for pieces that are slow to come, and lets a reader who keeps up go on", async () => {
  const slow = await sending(() => delay(1_000));
  const quick = await sending(() => delay(5));
  let read = 0;
  slow.response.resume();
  quick.response.on("data", (bytes: Buffer) => (read += bytes.length));
  await delay(1_500);
  expect([slow.told.isOver, quick.told.isOver]).toEqual([false, false]);
  expect(read).toBeGreaterThan(piece.length);
  slow.close();
  quick.close();
});
