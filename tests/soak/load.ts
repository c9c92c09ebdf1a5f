import { get, type IncomingMessage } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

/** What is wrong with an answer; null for nothing. */
type Judge = (response: Response, text: string) => string | null;

/** An answer that takes longer is a reader who was stopped. */
const mostMs = 30_000;

/** Askers who go on until told to stop, what they were answered, and what was wrong. */
export class Load {
  /** Answers by status; "cut" for connections that ended, or were silent for half a minute. */
  readonly answers: Record<string, number> = {};
  readonly faults: string[] = [];
  #isOver = false;
  readonly #askers: Promise<void>[] = [];

  /** Adds an asker: one step after the other, with a rest between. */
  add(step: () => Promise<void>, restMs: number): void {
    const asker = async () => {
      while (!this.#isOver) {
        await step();
        await sleep(restMs);
      }
    };
    this.#askers.push(asker());
  }

  /** Asks, counts and judges; null where no answer came. */
  async ask(url: string, judge: Judge, init: RequestInit = {}): Promise<Response | null> {
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(mostMs), ...init });
      const text = await response.text();
      this.#count(response.status);
      const fault = judge(response, text);
      if (fault !== null) this.fail(`${new URL(url).pathname}: ${fault}`);
      return response;
    } catch (error) {
      this.#count("cut");
      this.fail(`${new URL(url).pathname}: ${String(error)} ${String((error as Error).cause)}`);
      return null;
    }
  }

  /** Notes what was wrong, of very many the first. */
  fail(fault: string): void {
    if (this.faults.length < 20) this.faults.push(fault);
  }

  async stop(): Promise<void> {
    this.#isOver = true;
    await Promise.all(this.#askers);
  }

  #count(outcome: number | "cut"): void {
    this.answers[outcome] = (this.answers[outcome] ?? 0) + 1;
  }
}

/** Takes an answer of these kinds. */
export function anyOf(...statuses: readonly number[]): Judge {
  return ({ status }, text) => (statuses.includes(status) ? null : `${status} ${text}`);
}

/** Follows a server's stream of changes over one connection, and gathers the numbers of the imports that it tells. */
export async function followChanges(address: string) {
  const response = await new Promise<IncomingMessage>((resolve, reject) =>
    get(`${address}/api/v1/changes`, { agent: false }, resolve).on("error", reject),
  );
  const told = { text: "", isOpen: true };
  response.on("data", (bytes: Buffer) => (told.text += bytes.toString()));
  response.on("error", () => undefined);
  response.on("close", () => (told.isOpen = false));
  const ids = () =>
    [...told.text.matchAll(/^id: (\d+)\nevent: import$/gm)].map(([, id]) => Number(id));
  return { told, ids, leave: () => response.destroy() };
}
