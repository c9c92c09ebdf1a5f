import pino, { type Logger } from "pino";

/** What the log tells of a request. */
export interface RequestLine {
  id: string;
  method: string;
  path: string;
  status: number;
  /** How long the answer took. */
  ms?: number;
  /** False when the reader left before the answer was complete. */
  ended?: boolean;
  /** The label of the token that a request to write came with. */
  by?: string;
  /** True of an answer that was kept, which takes no time. */
  kept?: true;
}

/** Missing from pino's types: where a log writes to, and what it puts into each line, `,"pid":1` and so on. */
interface Inside {
  readonly [pino.symbols.streamSym]: pino.DestinationStream;
  readonly [pino.symbols.chindingsSym]: string;
}

/**
 * One line at level info for each request, in pino's own form and to where the log goes, but written here: pino's
 * general way took a tenth of the time of a kept answer, garbage collection not counted. The lines of one turn of the
 * event loop go out together. Serialisers and redactions of the log do not apply.
 */
export class RequestLog {
  readonly #log: Logger;
  readonly #stream: pino.DestinationStream;
  /** Process and host, as pino puts them into each line. */
  readonly #who: string;
  #lines = "";

  constructor(log: Logger) {
    this.#log = log;
    const inside = log as unknown as Inside;
    this.#stream = inside[pino.symbols.streamSym];
    this.#who = inside[pino.symbols.chindingsSym];
  }

  /** Writes what happened at a moment. */
  write(clock: Date, { id, method, path, status, ms, ended, by, kept }: RequestLine): void {
    if (!this.#log.isLevelEnabled("info")) return;
    if (this.#lines === "") setImmediate(() => this.#flush());
    const more =
      (ms === undefined ? "" : `,"ms":${ms}`) +
      (ended === undefined ? "" : `,"ended":${ended}`) +
      (by === undefined ? "" : `,"by":${JSON.stringify(by)}`) +
      (kept ? `,"kept":true` : "");
    this.#lines +=
      `{"level":30,"time":${clock.getTime()}${this.#who},"id":"${id}","method":"${method}",` +
      `"path":${JSON.stringify(path)},"status":${status}${more},"msg":"request"}\n`;
  }

  #flush(): void {
    const lines = this.#lines;
    this.#lines = "";
    this.#stream.write(lines);
  }
}
