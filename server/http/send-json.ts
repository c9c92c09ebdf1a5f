import type { Response } from "express";
import { type Wire, writeJson } from "../domain/exact-json.ts";
import { codingOf } from "./content-coding.ts";
import { entityTag, isKnown } from "./entity-tag.ts";

/** Sends an answer of the contract, its numbers digit for digit. */
export function sendJson<Answer>(res: Response, answer: Wire<Answer>, status = 200): void {
  sendText(res, "application/json", writeJson(answer), status);
}

/** Sends a text. Readers get its tag, which is strong and so another one for each way of packing it; 304 who has it. */
export function sendText(res: Response, type: string, text: string, status = 200): void {
  const { req } = res;
  if (req.method === "GET" || req.method === "HEAD") {
    const etag = entityTag([type, text], codingOf(req));
    res.set("ETag", etag);
    if (isKnown(req.headers["if-none-match"], etag)) return void res.status(304).end();
  }
  res.status(status).type(`${type}; charset=utf-8`).send(text);
}
