import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import { LRUCache } from "lru-cache";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import type { ClientOf } from "./client-address.ts";

/** An answer that is kept, or a 304, takes about this part of the work of another. */
const cheapPart = 50;
const windowSeconds = 60;
/** Clients whose state is at hand; of others only the points are known. */
const knownClients = 50_000;

/** What is known of a client at once, without counting. */
export interface Client {
  readonly address: string;
  /** Cheap answers that are not counted yet. */
  cheap: number;
  /** 0, or until when its budget is spent, by `performance.now()`: a clock that is set must keep nobody out. */
  spentUntil: number;
}

/** How a client stands after a request was counted. */
interface Standing {
  isSpent: boolean;
  /** Requests left. */
  remaining: number;
  /** Until all are there again. */
  resetMs: number;
}

/**
 * So many requests a minute for each client. The minute begins with a client's first request; once the budget is spent,
 * nothing is left until it ends. A cheap answer costs a fiftieth of a request and next to no time to count.
 */
export class RequestBudget {
  readonly #limiter: RateLimiterMemory;
  readonly #clientOf: ClientOf;
  readonly #clients = new LRUCache<string, Client>({ max: knownClients });
  /** Of connections that come from their clients themselves. */
  readonly #bySocket: WeakMap<Socket, Client> | null;
  /** The policy as `RateLimit-Policy` tells it. */
  readonly policy: string;

  /** With a proxy, one connection carries the requests of many clients. */
  constructor(perMinute: number, clientOf: ClientOf, isProxied: boolean) {
    this.#limiter = new RateLimiterMemory({
      points: perMinute * cheapPart,
      duration: windowSeconds,
    });
    this.#clientOf = clientOf;
    this.#bySocket = isProxied ? null : new WeakMap();
    this.policy = `"minute";q=${perMinute};w=${windowSeconds}`;
  }

  /** The client that asks. */
  clientOf(req: IncomingMessage): Client {
    const known = this.#bySocket?.get(req.socket);
    if (known) return known;
    const address = this.#clientOf(req);
    let client = this.#clients.get(address);
    if (!client) this.#clients.set(address, (client = { address, cheap: 0, spentUntil: 0 }));
    this.#bySocket?.set(req.socket, client);
    return client;
  }

  /** Counts an answer that cost little. */
  countCheap(client: Client): void {
    client.cheap += 1;
    // Counting takes as long as a good part of such an answer, so many are counted together.
    if (client.cheap < cheapPart) return;
    client.cheap = 0;
    void this.#take(client, cheapPart);
  }

  /** Counts a request. */
  async count(client: Client): Promise<Standing> {
    const { remainingPoints, msBeforeNext } = await this.#take(client, cheapPart);
    return {
      isSpent: client.spentUntil > performance.now(),
      remaining: Math.floor(remainingPoints / cheapPart),
      resetMs: msBeforeNext,
    };
  }

  /** Turns a request that was counted in full into a cheap one. */
  async makeCheap(client: Client): Promise<void> {
    await this.#limiter.reward(client.address, cheapPart - 1);
  }

  async #take(client: Client, points: number): Promise<Left> {
    try {
      return inWindow(await this.#limiter.consume(client.address, points));
    } catch (spent) {
      if (!(spent instanceof RateLimiterRes)) throw spent;
      const left = inWindow(spent);
      client.spentUntil = performance.now() + left.msBeforeNext;
      return left;
    }
  }
}

/** How much is left of a budget, and of its minute. */
type Left = Pick<RateLimiterRes, "remainingPoints" | "msBeforeNext">;

/** The limiter ends its windows in time, but tells by the clock of the day when that will be, which may have been set back meanwhile. */
function inWindow({ remainingPoints, msBeforeNext }: RateLimiterRes): Left {
  return { remainingPoints, msBeforeNext: Math.min(msBeforeNext, windowSeconds * 1_000) };
}
