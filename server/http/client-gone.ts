import type { Response } from "express";
import { KursError } from "../domain/kurs-error.ts";

/** Aborts when the client leaves before its answer is sent. */
export function clientGone(res: Response): AbortSignal {
  const left = new AbortController();
  const leave = () => {
    if (!res.writableFinished) left.abort(new KursError("unavailable", "Nobody waits any more."));
  };
  if (res.closed) leave();
  else res.once("close", leave);
  return left.signal;
}
