/** What can be killed. */
export type Part = "server" | "PostgreSQL";

/** Which parts are away, and which were while somebody waited for an answer. */
export class Outages {
  readonly #away = new Set<Part>();
  readonly #watches = new Set<Set<Part>>();

  /** Call it right before these are killed. */
  begin(parts: readonly Part[]): void {
    for (const part of parts) {
      this.#away.add(part);
      for (const watch of this.#watches) watch.add(part);
    }
  }

  /** Call it when everything works again. */
  end(): void {
    this.#away.clear();
  }

  /** From now until the returned function is called: what was away at some time. */
  watch(): () => ReadonlySet<Part> {
    const watch = new Set(this.#away);
    this.#watches.add(watch);
    return () => {
      this.#watches.delete(watch);
      return watch;
    };
  }
}
