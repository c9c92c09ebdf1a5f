import { once } from "node:events";
import type { Server } from "node:http";
import { setTimeout as delay } from "node:timers/promises";

/** A client with an open connection may be sending a request just now; after this it has arrived. */
const lingerMs = 300;
const idleMs = 100;
/** Between `cut` and the end of all connections, so that answers can still say why they were cut. */
const lastWordsMs = 500;

/**
 * Lets open requests finish and takes new ones for a moment longer, each the last of its connection; so nobody who was
 * connected goes without an answer. Calls `cut` when that takes longer than `graceMs`, and then ends all connections.
 */
export async function stopServer(server: Server, graceMs: number, cut: () => void): Promise<void> {
  server.prependListener("request", (_req, res) => (res.shouldKeepAlive = false));
  const impatient = setTimeout(() => {
    cut();
    setTimeout(() => server.closeAllConnections(), lastWordsMs).unref();
  }, graceMs);
  if ((await countConnections(server)) > 0) await delay(lingerMs);
  const closed = once(server, "close");
  server.close();
  const idle = setInterval(() => server.closeIdleConnections(), idleMs);
  await closed;
  clearInterval(idle);
  clearTimeout(impatient);
}

function countConnections(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.getConnections((error, count) => (error ? reject(error) : resolve(count)));
  });
}
