import type { Response } from "express";
import { KursError } from "../domain/kurs-error.ts";

/** Aborts when the one who asked leaves before his answer is sent. */
export function leaving(res: Response): AbortSignal {
  const left = new AbortController();
  const leave = () => {
    if (!res.writableFinished) left.abort(new KursError("unavailable", "Nobody waits any more."));
  };
  if (res.closed) leave();
  else res.once("close", leave);
  return left.signal;
}
