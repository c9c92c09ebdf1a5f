import { Agent } from "node:http";
import fc from "fast-check";
import { arbitraryPage, arbitraryRequest, type WholeRequest } from "./arbitrary-request.ts";
import { type BrokenRequest, brokenRequest } from "./broken-request.ts";
import { faultOf } from "./judge.ts";
import { knownNames } from "./known-names.ts";
import { operationsOf } from "./operations.ts";
import { sendBroken } from "./send-broken.ts";
import { sendWhole } from "./send-whole.ts";

type Asked = WholeRequest | BrokenRequest;

/** What to ask, and of whom. */
export interface FuzzOptions {
  address: string;
  token: string;
  requests: number;
  /** The same seed asks the same. */
  seed: number;
  /** So many at once. */
  connections: number;
  /** Called after each batch with the number of requests so far. */
  onBatch?: (asked: number) => Promise<void> | void;
  /** Called at each fault of a new kind. */
  onFault?: (fault: string) => void;
}

/** How it was answered: how often with which status, and each fault with a request that shows it. */
export interface Fuzzed {
  outcomes: Record<string, number>;
  faults: string[];
}

const batchSize = 500;
const mostFaults = 20;

/** Sends requests that fit the server's own description, and worse, and judges every answer. */
export async function fuzz(options: FuzzOptions): Promise<Fuzzed> {
  const { address, token, requests, seed, connections, onBatch, onFault } = options;
  const known = await knownNames(address);
  const arbitrary = fc.oneof(
    { weight: 16, arbitrary: arbitraryRequest(await operationsOf(address), known, token) },
    { weight: 2, arbitrary: arbitraryPage() },
    { weight: 1, arbitrary: brokenRequest },
  );
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const told = new Tally();
  for (let asked = 0; asked < requests && told.faults.length < mostFaults; asked += batchSize) {
    const numRuns = Math.min(batchSize, requests - asked);
    const batch = fc.sample<Asked>(arbitrary, { numRuns, seed: seed + asked }).values();
    const askers = Array.from({ length: connections }, async () => {
      for (const one of batch) {
        const outcome = await send(address, agent, one);
        told.add(typeof outcome === "string" ? outcome : String(outcome.status));
        const fault = faultOf(one, outcome);
        const isNew = fault !== null && told.addFault(fault, one);
        if (isNew) onFault?.(told.faults.at(-1) ?? "");
      }
    });
    await Promise.all(askers);
    await onBatch?.(asked + numRuns);
  }
  agent.destroy();
  return told;
}

function send(address: string, agent: Agent, asked: Asked) {
  return asked.kind === "whole" ? sendWhole(address, agent, asked) : sendBroken(address, asked);
}

class Tally implements Fuzzed {
  readonly outcomes: Record<string, number> = {};
  readonly faults: string[] = [];
  readonly #kinds = new Set<string>();

  add(outcome: string): void {
    this.outcomes[outcome] = (this.outcomes[outcome] ?? 0) + 1;
  }

  /** Keeps the first of faults that look alike; true when this is one. */
  addFault(fault: string, asked: Asked): boolean {
    const path = asked.kind === "whole" ? asked.target.split("?", 1)[0]!.slice(0, 18) : "";
    const kind = `${fault.slice(0, 40)} ${path}`;
    if (this.#kinds.has(kind)) return false;
    this.#kinds.add(kind);
    this.faults.push(`${fault.slice(0, 600)}\n  asked by ${textOf(asked)}`);
    return true;
  }
}

/** A request, to be sent again by hand. */
function textOf(asked: Asked): string {
  if (asked.kind === "broken")
    return JSON.stringify(asked.pieces.map((piece) => piece.slice(0, 600)));
  const { method, target, headers, body, isCutOff } = asked;
  const bytes = body?.bytes.toString("latin1");
  return JSON.stringify({
    method,
    target: target.slice(0, 900),
    headers,
    isCutOff,
    body: bytes?.slice(0, 900),
  });
}
