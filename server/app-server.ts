import { createServer, IncomingMessage, type Server, ServerResponse } from "node:http";
import type { Express, Request, Response } from "express";

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

/**
 * An HTTP server that makes its requests and responses as the application's own. Express gives every request and
 * response the application's prototype by `setPrototypeOf`, which makes V8 take both for oddities for the rest of their
 * lives: cached answers cost three to four times as much (expressjs/express#5998). Objects that were made with that
 * prototype are left alone, so everything of Express is there, at the speed of plain Node.
 */
export function createAppServer(): AppServer {
  class AppRequest extends IncomingMessage {}
  class AppResponse extends ServerResponse<AppRequest> {}
  const server = createServer({ IncomingMessage: AppRequest, ServerResponse: AppResponse });
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
        const [ours, theirs] = [req as Request, res as object as Response];
        if (!answerFirst(ours, theirs)) app(ours, theirs);
      });
    },
  };
}
