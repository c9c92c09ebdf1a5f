import type { Response } from "express";

/** Marks an answer that goes on for as long as its reader stays. */
export function goOnUntilLeft(res: Response): void {
  res.locals["goesOnUntilLeft"] = true;
}

/** Whether a response that has closed came to its end: at its last byte, or, of one without a last, when its reader left. */
export function hadAll(res: Response): boolean {
  return res.writableFinished || res.locals["goesOnUntilLeft"] === true;
}
