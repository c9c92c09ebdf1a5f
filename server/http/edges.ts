import { randomUUID } from "node:crypto";
import type { RequestHandler } from "express";
import helmet from "helmet";
import { allowedMethods } from "./allowed-methods.ts";
import { varyingHeaders } from "./caching.ts";
import { hadAll } from "./response-end.ts";
import { pagePolicy } from "./page-policy.ts";
import type { RequestLog } from "./request-log.ts";

/** What every answer passes on its way out: a request's number and its line in the log, and security headers. */
export function edges(log: RequestLog): RequestHandler[] {
  return [logging(log), openToReaders, securityHeaders];
}

/** For what a browser shows as a page: no inline script or style, nothing from elsewhere. */
const pageHeaders = helmet({
  contentSecurityPolicy: { useDefaults: false, directives: pagePolicy },
  // Figures may be read and shown from anywhere.
  crossOriginResourcePolicy: { policy: "cross-origin" },
});

/** What pages do not ask browsers for; copying to the clipboard they do. */
const permissions = [
  "accelerometer",
  "camera",
  "display-capture",
  "geolocation",
  "gyroscope",
  "magnetometer",
  "microphone",
  "midi",
  "payment",
  "usb",
]
  .map((name) => `${name}=()`)
  .join(", ");

/**
 * For answers of the API: only headers that mean something there, as each costs a kept answer a hundredth of its time.
 */
const apiHeaders = Object.entries({
  "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
  "Cross-Origin-Resource-Policy": "cross-origin",
  "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
  "X-Content-Type-Options": "nosniff",
});

const securityHeaders: RequestHandler = function securityHeaders(req, res, next) {
  if (!/^\/api\//i.test(req.path)) {
    res.setHeader("Permissions-Policy", permissions);
    return pageHeaders(req, res, next);
  }
  for (const [name, value] of apiHeaders) res.setHeader(name, value);
  next();
};

/** What is known of a request besides what it says. */
interface Locals {
  /** The label of its token. */
  by?: string;
}

function logging(log: RequestLog): RequestHandler {
  return function logRequest(req, res, next) {
    const id = randomUUID();
    const began = performance.now();
    res.setHeader("X-Request-Id", id);
    res.on("close", () => {
      const { method, path } = req;
      const ms = Math.round(performance.now() - began);
      const ended = hadAll(res);
      const { by } = res.locals as Locals;
      const line = { id, method, path, status: res.statusCode, ms, ended };
      log.write(new Date(), by === undefined ? line : { ...line, by });
    });
    next();
  };
}

/** What a page elsewhere may read of an answer besides its body. */
const exposed = "ETag, Link, Location, RateLimit, RateLimit-Policy, Retry-After, X-Request-Id";

/**
 * The answer to a browser that asks what a page elsewhere may send (CORS). Such pages may only read; programs do not
 * ask.
 */
const preflight = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Allow-Methods": "GET, HEAD",
  "Access-Control-Allow-Headers": "If-None-Match, Last-Event-ID",
  "Access-Control-Max-Age": "86400",
};

/** Reading is open to every page on the web, errors included. */
const openToReaders: RequestHandler = function openToReaders(req, res, next) {
  if (req.method === "GET" || req.method === "HEAD") {
    res.setHeader("Access-Control-Allow-Origin", "*");
    res.setHeader("Access-Control-Expose-Headers", exposed);
  }
  next();
};

/** For the API: says what a page elsewhere may send; no answer is kept unless its route says for how long. */
export const openReads: RequestHandler = function openReads(req, res, next) {
  if (req.method === "OPTIONS") {
    const allowed = allowedMethods(`${req.baseUrl}${req.path}`);
    if (allowed !== null) res.set("Allow", allowed);
    return void res.set(preflight).status(204).end();
  }
  res.setHeader("Cache-Control", "no-cache");
  res.setHeader("Vary", varyingHeaders);
  next();
};
