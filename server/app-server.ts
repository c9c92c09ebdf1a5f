import { createServer, IncomingMessage, type Server, ServerResponse } from "node:http";
import type { Express, Request, Response } from "express";
import { answerBroken, answerHostless } from "./http/answer-broken.ts";

/** A server made before its application, because the application has to know the server's address. */
export interface AppServer {
  server: Server;
  /** From now on `answerFirst` answers, and the application what that leaves. To be called once. */
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
  /** Enough for the largest file over the slowest line; a client that falls silent is cut off sooner. */
  requestTimeout: 4 * 60 * 60_000,
  /**
   * Longer than proxies keep an unused connection, usually 60 s: otherwise they would send into one that is being
   * closed.
   */
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 5_000,
  // Node would refuse without a word; ours says why.
  requireHostHeader: false,
} as const;

type Times = Partial<
  Record<"headersTimeout" | "requestTimeout" | "connectionsCheckingInterval", number>
>;

/** An idle connection takes about ten kilobytes. */
const mostConnections = 10_000;

/**
 * An HTTP server that makes its requests and responses as the application's own. Express gives every request and
 * response the application's prototype by `setPrototypeOf`, which takes both off V8's fast paths for the rest of their
 * lives: cached answers cost three to four times as much (expressjs/express#5998). Objects that were made with that
 * prototype are left alone, so everything of Express is there, at the speed of plain Node. `times`, in milliseconds,
 * override the limits above.
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
      // A server may ignore `Expect`, and Node's own refusal would not be an RFC 9457 problem.
      server.on("checkExpectation", (req, res) => server.emit("request", req, res));
    },
  };
}
