/** Does work for each client one after another, and for several clients at once. */
export class ClientTurns {
  readonly #last = new Map<string, Promise<unknown>>();

  /** What `work` comes to, once all that was begun for the client before is over, whatever came of it. */
  async next<T>(client: string, work: (client: string) => Promise<T>): Promise<T> {
    const before = this.#last.get(client) ?? Promise.resolve();
    const result = before.then(() => work(client));
    // Who comes after has nothing to do with what went wrong here.
    const over = result.catch(() => undefined);
    this.#last.set(client, over);
    try {
      return await result;
    } finally {
      if (this.#last.get(client) === over) this.#last.delete(client);
    }
  }
}
