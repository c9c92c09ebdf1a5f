import type { Request, RequestHandler } from "express";
import { KursError } from "../domain/kurs-error.ts";

const reads = /^(GET|HEAD|OPTIONS)$/;

/**
 * Refuses to write for a page of another site. Browsers say in `Origin` whose page asks; programs say nothing, and may
 * write. The server is known by `publicUrl`, and by whatever name the request was sent to.
 */
export function refuseForeignOrigin(publicUrl: string): RequestHandler {
  const own = new URL(publicUrl).origin;
  return function refuseForeign(req, _res, next) {
    const { origin } = req.headers;
    if (reads.test(req.method) || origin === undefined || origin === own || isHost(origin, req))
      return next();
    const who = URL.canParse(origin) ? `Pages of ${new URL(origin).origin}` : "Such pages";
    throw new KursError("forbidden", `${who} may not write here.`);
  };
}

/** A proxy that speaks TLS changes the scheme, so that hosts and ports alone are compared. */
function isHost(origin: string, { host }: Request): boolean {
  return URL.canParse(origin) && new URL(origin).host === host.toLowerCase();
}
