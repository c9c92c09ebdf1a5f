import type { ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { type ProblemKind, problems } from "../contract/problem.ts";
import { problemText } from "./problem-text.ts";

const kindOfCode: Readonly<Record<string, ProblemKind>> = {
  HPE_HEADER_OVERFLOW: "headers-too-large",
  ERR_HTTP_REQUEST_TIMEOUT: "request-timeout",
};

/** Node knows which answer a connection is in the middle of, but tells nobody else. */
interface Answering {
  _httpMessage?: ServerResponse | null;
}

/** Answers a request that does not say to whom it is, as HTTP/1.1 demands, with a problem; its connection ends. */
export function answerHostless(res: ServerResponse): void {
  const body = problemText("malformed-request", "The header Host is missing.");
  const headers = {
    "Content-Type": "application/problem+json; charset=utf-8",
    "Content-Length": Buffer.byteLength(body),
    "Cache-Control": "no-store",
    "Access-Control-Allow-Origin": "*",
    "X-Content-Type-Options": "nosniff",
    Connection: "close",
  };
  res.writeHead(problems["malformed-request"].status, headers).end(body);
}

/** Answers what was no request, or came too slowly, with a problem, and ends its connection. */
export function answerBroken(error: NodeJS.ErrnoException, socket: Socket): void {
  const { _httpMessage: answering } = socket as Answering;
  // Who has left hears nothing, and nothing may be put into the middle of another answer.
  if (!socket.writable || error.code === "ECONNRESET" || answering?.headersSent)
    return void socket.destroy();
  const kind = kindOfCode[error.code ?? ""] ?? "malformed-request";
  const body = problemText(kind);
  const lines = [
    `HTTP/1.1 ${problems[kind].status} ${problems[kind].title}`,
    "Content-Type: application/problem+json; charset=utf-8",
    `Content-Length: ${Buffer.byteLength(body)}`,
    "Cache-Control: no-store",
    "Access-Control-Allow-Origin: *",
    "X-Content-Type-Options: nosniff",
    "Connection: close",
  ];
  socket.end(`${lines.join("\r\n")}\r\n\r\n${body}`);
}
