import { connect, type Socket } from "node:net";

const everyMs = 1_500;
const head = "GET /api/v1/datasets HTTP/1.1\r\nHost: kurs\r\nX-Slow: ";
const upload =
  "POST /api/v1/imports HTTP/1.1\r\nHost: kurs\r\nContent-Type: text/csv\r\nContent-Length: 100000\r\n\r\n";

/** Ways to be slow: with the headers, with a body, with reading a long answer. */
const kinds: readonly { begin: string; isReader: boolean }[] = [
  { begin: head, isReader: false },
  { begin: upload, isReader: false },
  {
    begin: `GET /api/v1/rates/USD-KGS/observations?format=csv HTTP/1.1\r\nHost: kurs\r\n\r\n`,
    isReader: true,
  },
];

/** Connections that trickle, and begin anew when they are cut off. */
export class Tricklers {
  /** How often a connection was begun. */
  begun = 0;
  readonly #sockets = new Map<number, Socket>();
  readonly #port: number;
  #clock: NodeJS.Timeout | undefined;

  constructor(address: string) {
    this.#port = Number(new URL(address).port);
  }

  /** How many are open. */
  get open(): number {
    return [...this.#sockets.values()].filter(({ readyState }) => readyState === "open").length;
  }

  start(count: number): void {
    for (let n = 0; n < count; n++) this.#begin(n);
    this.#clock = setInterval(() => {
      for (let n = 0; n < count; n++) this.#trickle(n);
    }, everyMs);
  }

  stop(): void {
    clearInterval(this.#clock);
    for (const socket of this.#sockets.values()) socket.destroy();
  }

  #begin(n: number): void {
    this.begun += 1;
    const { begin, isReader } = kinds[n % kinds.length]!;
    const socket = connect({ port: this.#port, host: "127.0.0.1" });
    socket.on("error", () => undefined);
    socket.write(begin);
    if (isReader) socket.pause();
    else socket.resume();
    this.#sockets.set(n, socket);
  }

  #trickle(n: number): void {
    const socket = this.#sockets.get(n);
    if (!socket || socket.destroyed || !socket.writable) return this.#begin(n);
    if (kinds[n % kinds.length]?.isReader) socket.read(1);
    else socket.write("a");
  }
}
