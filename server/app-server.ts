import { createServer, IncomingMessage, type Server, ServerResponse } from "node:http";
import type { Express, Request, Response } from "express";
import { answerBroken, answerHostless } from "./http/answer-broken.ts";

/** A server that is there before its application, whose address the application has to know. */
export interface AppServer {
  server: Server;
  /** Lets the application answer from now on, where `answerFirst` did not; once. */
  adopt: (application: Application) => void;
}

interface Application {
  app: Express;
  answerFirst: (req: Request, res: Response) => boolean;
}

/** What a connection may take of time and memory. */
const connectionLimits = {
  /** Address and headers together. */
  maxHeaderSize: 16_384,
  headersTimeout: 15_000,
  /** The largest file over the slowest line that anybody imports over; who sends nothing for long is cut off before. */
  requestTimeout: 4 * 60 * 60_000,
  /** Longer than proxies keep a connection open that they do not use, usually 60 s: else they send into one that ends. */
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 5_000,
  // Node would refuse without a word; ours says why.
  requireHostHeader: false,
} as const;

type Times = Partial<
  Record<"headersTimeout" | "requestTimeout" | "connectionsCheckingInterval", number>
>;

/** A connection that waits takes some ten kilobytes. */
const mostConnections = 10_000;

/**
 * An HTTP server that makes its requests and responses as the application's own. Express gives every request and
 * response the application's prototype by `setPrototypeOf`, which makes V8 take both for oddities for the rest of their
 * lives: cached answers cost three to four times as much (expressjs/express#5998). Objects that were made with that
 * prototype are left alone, so everything of Express is there, at the speed of plain Node.
 * Times that are told, in milliseconds, take the place of its own.
 */
export function createAppServer(times: Times = {}): AppServer {
  class AppRequest extends IncomingMessage {}
  class AppResponse extends ServerResponse<AppRequest> {}
  const server = createServer({
    IncomingMessage: AppRequest,
    ServerResponse: AppResponse,
    ...connectionLimits,
    ...times,
  });
  server.maxConnections = mostConnections;
  server.on("clientError", answerBroken);
  return {
    server,
    adopt({ app, answerFirst }) {
      const made = app as unknown as { request: object; response: object };
      // Once, before the first of them is made.
      Object.setPrototypeOf(AppRequest.prototype, made.request);
      Object.setPrototypeOf(AppResponse.prototype, made.response);
      made.request = AppRequest.prototype;
      made.response = AppResponse.prototype;
      server.on("request", (req, res) => {
        if (req.headers.host === undefined && req.httpVersion === "1.1") return answerHostless(res);
        const [ours, theirs] = [req as Request, res as object as Response];
        if (!answerFirst(ours, theirs)) app(ours, theirs);
      });
      // A server may leave out what a client expects of it, and Node's own refusal would be no problem.
      server.on("checkExpectation", (req, res) => server.emit("request", req, res));
    },
  };
}
