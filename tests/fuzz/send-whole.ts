import { type Agent, type IncomingMessage, request, type RequestOptions } from "node:http";
import type { WholeRequest } from "./arbitrary-request.ts";

/** What came back: an answer, or the connection's end. */
export interface Answer {
  status: number;
  type: string;
  text: string;
}
export type Outcome = Answer | "closed" | "left" | "no answer";

/** Longer than the server lets a statement or a silent body last. */
const mostMs = 60_000;
/** Of an answer only so much is looked at. */
const mostText = 100_000;

/** Sends a request over a connection of an agent. A connection that ended while it was idle is no answer, and it is sent again. */
export async function sendWhole(
  address: string,
  agent: Agent,
  whole: WholeRequest,
): Promise<Outcome> {
  const { hostname, port } = new URL(address);
  const { method, target: path, headers } = whole;
  const told = { agent, hostname, port, method, path, headers: { ...headers } };
  const first = await exchange(told, whole);
  return first === "stale" ? sendWhole(address, agent, whole) : first;
}

function exchange(
  options: RequestOptions & { headers: Record<string, string> },
  { body, isCutOff }: WholeRequest,
): Promise<Outcome | "stale"> {
  return new Promise((resolve) => {
    const length = (body?.bytes.length ?? 0) + (isCutOff ? 50 : 0);
    if (body) options.headers["content-length"] = String(length);
    const req = request(options);
    let isAnswered = false;
    const give = (outcome: Outcome | "stale") => {
      clearTimeout(clock);
      resolve(outcome);
    };
    const clock = setTimeout(() => {
      give("no answer");
      req.destroy();
    }, mostMs);
    req.on("error", () => give(req.reusedSocket && !isAnswered ? "stale" : "closed"));
    req.on("response", (response) => {
      isAnswered = true;
      void read(response, req).then(give, () => give("closed"));
    });
    if (body) req.write(body.bytes);
    if (!isCutOff) return void req.end();
    setTimeout(() => {
      give("left");
      req.destroy();
    }, 30);
  });
}

async function read(response: IncomingMessage, req: { destroy: () => unknown }): Promise<Answer> {
  const status = response.statusCode ?? 0;
  const type = response.headers["content-type"] ?? "";
  // It never ends by itself.
  if (type.startsWith("text/event-stream")) {
    req.destroy();
    return { status, type, text: "" };
  }
  let text = "";
  for await (const chunk of response as AsyncIterable<Buffer>)
    if (text.length < mostText) text += chunk.toString("latin1");
  const isPlain = !("content-encoding" in response.headers) && text.length < mostText;
  return { status, type, text: isPlain ? Buffer.from(text, "latin1").toString() : "" };
}
