import { connect, type Socket } from "node:net";
import { performance } from "node:perf_hooks";

/** A request that is sent again and again. */
export interface Request {
  /** Where the server listens on this machine. */
  port: number;
  /** Paths by turns. */
  paths: readonly string[];
  headers?: Readonly<Record<string, string>>;
  /** This machine's address that a connection comes from, by its number; 127.0.0.1 without. */
  from?: (connection: number) => string;
  /** What every answer is to have, else the measurement fails. */
  status: number;
}

const warmUpMs = 500;

/** Answers a second, all connections together, each of which asks as soon as it is answered. */
export async function requestsPerSecond(
  request: Request,
  { connections, seconds }: { connections: number; seconds: number },
): Promise<number> {
  const load = { answered: 0, isOver: false };
  const askers = Array.from({ length: connections }, (_, i) => ask(request, i, load));
  const counted = (async () => {
    await pause(warmUpMs);
    const [begin, before] = [performance.now(), load.answered];
    await pause(seconds * 1000);
    const rate = ((load.answered - before) * 1000) / (performance.now() - begin);
    load.isOver = true;
    return rate;
  })();
  const [rate] = await Promise.all([counted, ...askers]);
  return rate;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** One connection. It reads as little of the answers as it can, since it takes its time from the server's. */
function ask(
  { port, paths, headers = {}, status, from }: Request,
  first: number,
  load: { answered: number; isOver: boolean },
): Promise<void> {
  const fields = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const requests = paths.map((path) =>
    Buffer.from(`GET ${path} HTTP/1.1\r\nHost: kurs\r\n${fields.join("")}\r\n`),
  );
  let turn = first;
  const send = (socket: Socket) => socket.write(requests[turn++ % requests.length] ?? "");
  return new Promise((resolve, reject) => {
    const localAddress = from?.(first) ?? "127.0.0.1";
    const socket = connect({ port, host: "127.0.0.1", localAddress }).setNoDelay();
    const reader = new AnswerReader(status);
    socket.on("connect", () => send(socket));
    socket.on("error", reject);
    socket.on("close", () => resolve());
    socket.on("data", (bytes) => {
      try {
        if (!reader.read(bytes)) return;
      } catch (error) {
        socket.destroy(error as Error);
        return;
      }
      load.answered += 1;
      if (load.isOver) socket.destroy();
      else send(socket);
    });
  });
}

/** Finds the end of each answer on a connection. */
class AnswerReader {
  readonly #status: string;
  readonly #hasBody: boolean;
  #head = "";
  #left = -1;

  constructor(status: number) {
    this.#status = `HTTP/1.1 ${status} `;
    this.#hasBody = status !== 304;
  }

  /** True when these bytes end an answer. Throws when it is another one than expected. */
  read(bytes: Buffer): boolean {
    let length = bytes.length;
    if (this.#left < 0) {
      const before = this.#head.length;
      this.#head += bytes.toString("latin1", 0, 4_096);
      const end = this.#head.indexOf("\r\n\r\n");
      if (end < 0) return false;
      if (!this.#head.startsWith(this.#status)) throw new Error(this.#head);
      this.#left = this.#hasBody ? lengthIn(this.#head) : 0;
      length -= end + 4 - before;
    }
    this.#left -= length;
    if (this.#left > 0) return false;
    this.#left = -1;
    this.#head = "";
    return true;
  }
}

function lengthIn(head: string): number {
  const field = "\r\nContent-Length: ";
  return Number.parseInt(head.slice(head.indexOf(field) + field.length), 10);
}
