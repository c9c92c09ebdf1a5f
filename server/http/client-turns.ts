/** Does work for each client one after another, and for several clients at once. */
export class ClientTurns {
  readonly #last = new Map<string, Promise<unknown>>();

  /** Does `work` once everything begun for the client before it is over, whether it went well or not. */
  async next<T>(client: string, work: (client: string) => Promise<T>): Promise<T> {
    const before = this.#last.get(client) ?? Promise.resolve();
    const result = before.then(() => work(client));
    // The work that comes after must not fail because this did.
    const over = result.catch(() => undefined);
    this.#last.set(client, over);
    try {
      return await result;
    } finally {
      if (this.#last.get(client) === over) this.#last.delete(client);
    }
  }
}
