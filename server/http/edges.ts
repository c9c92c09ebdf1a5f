import { randomUUID } from "node:crypto";
import compression from "compression";
import type { RequestHandler } from "express";
import helmet from "helmet";
import type { Logger } from "pino";

/** What every answer passes on its way out: security headers, a request's number, compression, one line of log. */
export function edges(log: Logger): RequestHandler[] {
  return [securityHeaders, requestLog(log), compression()];
}

/** No inline script or style, nothing from elsewhere. */
const securityHeaders = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      "default-src": ["'none'"],
      "script-src": ["'self'"],
      "style-src": ["'self'"],
      "img-src": ["'self'", "data:"],
      "connect-src": ["'self'"],
      "manifest-src": ["'self'"],
      "base-uri": ["'none'"],
      "form-action": ["'self'"],
      "frame-ancestors": ["'self'"],
    },
  },
  // Figures may be read and shown from anywhere.
  crossOriginResourcePolicy: { policy: "cross-origin" },
});

function requestLog(log: Logger): RequestHandler {
  return function logRequest(req, res, next) {
    const id = randomUUID();
    const began = performance.now();
    res.set("X-Request-Id", id);
    res.on("close", () => {
      const ms = Math.round(performance.now() - began);
      log.info(
        {
          id,
          method: req.method,
          path: req.path,
          status: res.statusCode,
          ms,
          ended: res.writableFinished,
        },
        "request",
      );
    });
    next();
  };
}

/** Reading is open to every page on the web, errors included; answers are asked for anew until caching is told apart. */
export const openReads: RequestHandler = function openReads(req, res, next) {
  if (req.method === "GET" || req.method === "HEAD") res.set("Access-Control-Allow-Origin", "*");
  res.set("Cache-Control", "no-cache").vary("Accept-Language");
  next();
};
