import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** A way to a database that can lose what is sent over it, without a word to either side. */
export interface StallingProxy {
  port: number;
  /** Passes nothing any more over the connections that are open; those that open later are sound. */
  stall: () => void;
  close: () => Promise<void>;
}

/** Opens one, on a port of its own. */
export async function stallingProxy(host: string, port: number): Promise<StallingProxy> {
  const [open, lost] = [new Set<Socket>(), new WeakSet<Socket>()];
  const pass = (from: Socket, to: Socket) => {
    open.add(from);
    from.on("error", () => undefined);
    from.on("close", () => open.delete(from) && to.destroy());
    from.on("data", (bytes: Buffer) => !lost.has(from) && to.write(bytes));
  };
  const server = createServer((near) => {
    const far = connect(port, host);
    pass(near, far);
    pass(far, near);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    stall: () => open.forEach((socket) => lost.add(socket)),
    async close() {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
