import { KursError } from "../domain/kurs-error.ts";

/**
 * How many long answers may leave at once. Each keeps a connection of the pool for as long as its reader takes, and the
 * short ones are to find one, too.
 */
export class StreamSlots {
  #free: number;

  /** So many at once. */
  constructor(count: number) {
    this.#free = count;
  }

  /**
   * The same pieces, of which all but the first take a slot until they end. Where none is free it throws "unavailable"
   * instead of the second: a request that waited would hold the very connection that it waits for.
   */
  async *within<Piece>(pieces: AsyncGenerator<Piece>): AsyncGenerator<Piece> {
    let count = 0;
    try {
      for await (const piece of pieces) {
        if (count === 1) this.#take();
        count += 1;
        yield piece;
      }
    } finally {
      if (count > 1) this.#free += 1;
    }
  }

  #take(): void {
    const detail = "Too many long answers are on their way; ask again in a few seconds.";
    if (this.#free === 0) throw new KursError("unavailable", detail);
    this.#free -= 1;
  }
}
