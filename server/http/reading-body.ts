import type { Request } from "express";

/** A sender may be slow, but not silent. */
const mostSilenceMs = 30_000;

/** Does `work`, which reads the body of a request, and ends the connection when nothing comes for half a minute. */
export async function readingBody<T>(
  { socket }: Pick<Request, "socket">,
  work: () => Promise<T>,
  silenceMs = mostSilenceMs,
): Promise<T> {
  socket.setTimeout(silenceMs);
  try {
    return await work();
  } finally {
    socket.setTimeout(0);
  }
}
