import { KursError } from "../domain/kurs-error.ts";

/** How many streams are open, in all and by client. */
export class OpenStreams {
  readonly #most: number;
  readonly #mostOfClient: number;
  readonly #ofClient = new Map<string, number>();
  #count = 0;

  /** Takes `most` streams at once, `mostOfClient` of them of one client. */
  constructor(most: number, mostOfClient: number) {
    this.#most = most;
    this.#mostOfClient = mostOfClient;
  }

  /** Counts a stream of a client until the function that it answers is called, once. Throws "too-many-requests" where there are enough. */
  enter(client: string): () => void {
    const before = this.#ofClient.get(client) ?? 0;
    if (before >= this.#mostOfClient) throw tooMany(`${before} streams from this address`);
    if (this.#count >= this.#most) throw tooMany(`${this.#count} streams`);
    this.#count += 1;
    this.#ofClient.set(client, before + 1);
    return () => {
      const now = this.#ofClient.get(client) ?? 0;
      this.#count -= 1;
      if (now > 1) this.#ofClient.set(client, now - 1);
      else this.#ofClient.delete(client);
    };
  }
}

function tooMany(streams: string): KursError {
  const detail = `${streams} are open already.`;
  return new KursError("too-many-requests", detail, { retryAfterSeconds: 60 });
}
