import type { RequestHandler } from "express";
import { KursError } from "../domain/kurs-error.ts";

const longestAddress = 12_000;
const mostHeaders = 100;
/** How long the rest of a body is taken in, unread, so that its sender gets to read the answer. */
const lingerMs = 5_000;

/** Refuses requests of a shape that no reader's program sends, and ends those whose bodies do not end after the answer. */
export const requestShape: RequestHandler = function checkShape(req, res, next) {
  res.once("finish", () => {
    if (req.complete) return;
    setTimeout(() => {
      if (!req.complete) req.destroy();
    }, lingerMs).unref();
  });
  if (req.url.length > longestAddress)
    throw new KursError("address-too-long", `An address has up to ${longestAddress} characters.`);
  // Names and values stand by turns.
  if (req.rawHeaders.length > 2 * mostHeaders)
    throw new KursError("headers-too-large", `A request has up to ${mostHeaders} headers.`);
  const hosts = req.rawHeaders.filter((name, at) => at % 2 === 0 && /^host$/i.test(name));
  // Proxies may believe the one and this server the other.
  if (hosts.length > 1)
    throw new KursError("malformed-request", "The header Host is there more than once.");
  next();
};
