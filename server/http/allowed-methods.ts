import type { Request, RequestHandler, Response } from "express";
import { type Endpoint, endpoints } from "../contract/endpoints.ts";
import { KursError } from "../domain/kurs-error.ts";

/** The paths of the contract as Express matches them, in any case and with a slash at the end. */
const known = (Object.values(endpoints) as Endpoint[]).map(({ method, path }) => ({
  method: method.toUpperCase(),
  pattern: new RegExp(`^${path.replaceAll(".", "\\.").replace(/\{\w+\}/g, "[^/]+")}/?$`, "i"),
}));

/** The methods of a path of the contract, those along that HTTP implies; null for any other path. */
export function allowedMethods(path: string): string | null {
  const own = new Set(
    known.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method),
  );
  if (own.size === 0) return null;
  return (
    [...own].flatMap((method) => (method === "GET" ? ["GET", "HEAD"] : [method])).join(", ") +
    ", OPTIONS"
  );
}

/** Answers OPTIONS with the methods of a path of the contract. */
export const tellMethods: RequestHandler = function tellMethods(req, res, next) {
  const allowed = req.method === "OPTIONS" ? allowedMethods(req.path) : null;
  if (allowed === null) next();
  else res.set("Allow", allowed).status(204).end();
};

/** Throws "method-not-allowed", and names in `Allow` the methods that the path has. */
export function refuseMethod({ path }: Request, res: Response, allowed: string): never {
  res.set("Allow", allowed);
  throw new KursError("method-not-allowed", `${path} takes ${allowed}.`);
}
