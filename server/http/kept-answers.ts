import { LRUCache } from "lru-cache";
import type { Listening } from "../sql/listen.ts";
import type { Prepared } from "./prepared.ts";

/** A bigger body is made each time, so that one does not push out a hundred. */
export const largestKeptBytes = 1_048_576;

/** About what an entry takes besides its body. */
const entryBytes = 2_000;

/**
 * Answers kept as they left, until anything changes. Whatever is heard of the database clears them all, and while
 * nothing can be heard none is kept or given: so an answer is never older than the last word of the database.
 */
export class KeptAnswers {
  readonly #listening: Listening;
  readonly #answers: LRUCache<string, Prepared> | null;
  readonly #flights = new Map<string, Promise<Prepared | null>>();
  #generation = 0;
  /** How often an answer was ready, or being made already, and how often one had to be made. */
  readonly uses = { hits: 0, misses: 0 };

  /** Keeps up to `bytes` of them; none when that is 0. */
  constructor(listening: Listening, bytes: number) {
    this.#listening = listening;
    this.#answers = bytes > 0 ? new LRUCache({ maxSize: bytes }) : null;
    listening.hear(() => this.clear());
  }

  /** How many answers there are, and what they take in memory. */
  get size(): { answers: number; bytes: number } {
    return { answers: this.#answers?.size ?? 0, bytes: this.#answers?.calculatedSize ?? 0 };
  }

  /** The answer kept under a key, if there is one and it still holds. */
  find(key: string): Prepared | undefined {
    return this.#listening.isUp ? this.#answers?.get(key) : undefined;
  }

  /** Forgets all, and lets no question that comes from now on wait for an answer that was begun before. */
  clear(): void {
    this.#generation += 1;
    this.#answers?.clear();
    this.#flights.clear();
  }

  /**
   * The answer under a key: the one that is being made for somebody else, when it `serves`, or else the one that `make`
   * makes, which is then kept. `make` gives null, and says so as soon as it knows by calling `large`, when the answer is
   * too large for that. Throws what it throws, to all who wait.
   */
  async once(
    key: string,
    serves: (prepared: Prepared) => boolean,
    make: (large: () => void) => Promise<Prepared | null>,
  ): Promise<Prepared | null> {
    const makeAlone = () => {
      this.uses.misses += 1;
      return make(() => undefined);
    };
    if (!this.#answers || !this.#listening.isUp) return makeAlone();
    for (let flight; (flight = this.#flights.get(key));) {
      const shared = await flight;
      if (!shared) return makeAlone();
      if (!serves(shared)) continue;
      this.uses.hits += 1;
      return shared;
    }
    this.uses.misses += 1;
    return this.#fly(key, make);
  }

  async #fly(
    key: string,
    make: (large: () => void) => Promise<Prepared | null>,
  ): Promise<Prepared | null> {
    const generation = this.#generation;
    let landLarge: (nothing: null) => void = () => undefined;
    const large = new Promise<null>((resolve) => (landLarge = resolve));
    const making = make(() => landLarge(null));
    const flight = Promise.race([making, large]);
    this.#flights.set(key, flight);
    // Those who wait hear of a failure by awaiting it; where nobody waits, it must not count as unhandled.
    flight.catch(() => undefined);
    try {
      const prepared = await making;
      if (prepared && generation === this.#generation) this.#keep(key, prepared);
      return prepared;
    } finally {
      if (this.#flights.get(key) === flight) this.#flights.delete(key);
    }
  }

  #keep(key: string, prepared: Prepared): void {
    // What is known by its tag alone takes no body's place.
    if (!this.#listening.isUp || (!prepared.body && this.#answers?.has(key))) return;
    const size = (prepared.body?.bytes.length ?? 0) + key.length * 2 + entryBytes;
    if (size <= largestKeptBytes) this.#answers?.set(key, prepared, { size });
  }
}
