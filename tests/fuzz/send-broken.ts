import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { BrokenRequest } from "./broken-request.ts";
import type { Outcome } from "./send-whole.ts";

const pieceMs = 5;
/** A client that sends no whole request ends its side after a while without an answer. */
const patienceMs = 150;
const mostMs = 60_000;

/** Sends bytes on a connection of their own; gives the first answer to them. */
export async function sendBroken(address: string, { pieces }: BrokenRequest): Promise<Outcome> {
  const { hostname, port } = new URL(address);
  const socket = connect({ port: Number(port), host: hostname, noDelay: true });
  let received = "";
  socket.on("data", (bytes) => (received += bytes.toString("latin1")));
  socket.on("error", () => undefined);
  const closed = new Promise<true>((resolve) => socket.once("close", () => resolve(true)));
  for (const piece of pieces) {
    socket.write(piece, "latin1");
    await sleep(pieceMs);
  }
  await Promise.race([closed, sleep(patienceMs)]);
  // A stream of changes would go on.
  if (/\r\ncontent-type: text\/event-stream/i.test(received)) socket.destroy();
  else socket.end();
  const isClosed = await Promise.race([closed, sleep(mostMs, false)]);
  socket.destroy();
  return isClosed ? firstAnswer(received) : "no answer";
}

function firstAnswer(received: string): Outcome {
  const [, status] = /^HTTP\/1\.1 (?!100)(\d{3}) /m.exec(received) ?? [];
  if (status === undefined) return "closed";
  const from = received.slice(received.search(/^HTTP\/1\.1 (?!100)/m));
  const end = from.indexOf("\r\n\r\n");
  const head = from.slice(0, end);
  const [, type = ""] = /\r\ncontent-type: ([^\r]*)/i.exec(head) ?? [];
  const [, length] = /\r\ncontent-length: (\d+)/i.exec(head) ?? [];
  const isWhole = length !== undefined && !/\r\ncontent-encoding/i.test(head);
  const body = isWhole ? from.slice(end + 4, end + 4 + Number(length)) : "";
  return { status: Number(status), type, text: Buffer.from(body, "latin1").toString() };
}
