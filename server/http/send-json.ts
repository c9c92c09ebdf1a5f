import type { Response } from "express";
import { type Wire, writeJson } from "../domain/exact-json.ts";

/** Sends an answer of the contract, its numbers digit for digit. */
export function sendJson<Answer>(res: Response, answer: Wire<Answer>, status = 200): void {
  res.status(status).type("application/json; charset=utf-8").send(writeJson(answer));
}
