import { setTimeout as sleep } from "node:timers/promises";
import { Imports } from "../../server/contract/import-report.ts";
import { LatestRates } from "../../server/contract/rate.ts";
import type { Outages } from "./outages.ts";
import type { Random } from "./random.ts";
import { quotes, type RateModel } from "./rate-model.ts";

/** What readers ask, and what they judge the answers by. */
export interface Scene {
  /** Where the server is now. */
  address: () => string;
  model: RateModel;
  outages: Outages;
  random: Random;
}

interface Told {
  etag: string;
  values: string;
}

const restMs = 20;

/** Readers who ask on and on while things are killed, and hold every answer against the model. */
export class Readers {
  /** Answers by status, "cut" for those that a kill prevented. */
  readonly answers: Record<string, number> = {};
  /** What was wrong with answers. */
  readonly faults: string[] = [];
  readonly #scene: Scene;
  readonly #told = new Map<string, Told>();
  #isOver = false;
  #reading: Promise<unknown> = Promise.resolve();

  constructor(scene: Scene) {
    this.#scene = scene;
  }

  start(count: number): void {
    const reader = async () => {
      while (!this.#isOver) {
        const fault = await this.#readOnce();
        if (fault !== null) this.faults.push(fault);
        await sleep(restMs);
      }
    };
    this.#reading = Promise.all(Array.from({ length: count }, reader));
  }

  async stop(): Promise<void> {
    this.#isOver = true;
    await this.#reading;
  }

  #readOnce(): Promise<string | null> {
    const { random, model } = this.#scene;
    const source = random.pick(model.readable);
    const turn = random.below(8);
    if (turn === 0) return this.#readImports();
    if (turn === 1) return this.#readLatest(source);
    return this.#readObservations(source, random.pick(quotes));
  }

  async #readObservations(source: string, quote: string): Promise<string | null> {
    const path = `/api/v1/series/FX/D.USD.${quote}.${source}/observations?format=csv`;
    const possible = this.#scene.model.watch(source);
    const before = this.#told.get(path);
    const headers = before && { "If-None-Match": before.etag };
    const answer = await this.#ask(path, headers);
    const states = possible();
    if (typeof answer === "string") return answer;
    if (!answer) return null;
    const { status, text, etag } = answer;
    if (status === 404) return states.has(undefined) ? null : `${path}: 404`;
    if (status !== 200 && !(status === 304 && before)) return `${path}: ${status} ${text}`;
    const values = status === 304 ? before!.values : valuesIn(text);
    if (status === 200) this.#told.set(path, { etag, values });
    const isKnown = [...states].some((state) => state?.get(quote)?.join() === values);
    return isKnown ? null : `${path}: a state that never was, by a ${status}`;
  }

  async #readLatest(source: string): Promise<string | null> {
    const path = `/api/v1/rates/latest?base=USD&quotes=${quotes.join()}&source=${source}`;
    const possible = this.#scene.model.watch(source);
    const answer = await this.#ask(path);
    const states = [...possible()];
    if (typeof answer === "string") return answer;
    if (!answer) return null;
    if (answer.status !== 200)
      return states.includes(undefined) ? null : `${path}: ${answer.status} ${answer.text}`;
    const found = LatestRates.parse(JSON.parse(answer.text)).rates;
    const told = quotes.map((quote) => Number(found.find((rate) => rate.quote === quote)?.rate));
    const isKnown = states.some((state) =>
      quotes.every((quote, i) => Number(state?.get(quote)?.at(-1)) === told[i]),
    );
    return isKnown ? null : `${path}: rates of no one state: ${told.join()}`;
  }

  async #readImports(): Promise<string | null> {
    const path = "/api/v1/imports?limit=5";
    const answer = await this.#ask(path);
    if (typeof answer === "string" || !answer) return answer;
    if (answer.status !== 200) return `${path}: ${answer.status} ${answer.text}`;
    const { imports } = Imports.parse(JSON.parse(answer.text));
    const half = imports.find(({ state, at }) => state !== "committed" || at === null);
    return half ? `${path}: import ${half.id} is ${half.state}` : null;
  }

  /** An answer; null where an outage explains that there is none; else what is wrong. */
  async #ask(path: string, headers: Record<string, string> = {}) {
    const away = this.#scene.outages.watch();
    try {
      const response = await fetch(this.#scene.address() + path, { headers });
      const text = await response.text();
      const parts = away();
      const { status } = response;
      this.answers[status] = (this.answers[status] ?? 0) + 1;
      if (status === 503) return parts.size > 0 ? null : `${path}: 503 without need: ${text}`;
      return { status, text, etag: response.headers.get("etag") ?? "" };
    } catch (error) {
      this.answers["cut"] = (this.answers["cut"] ?? 0) + 1;
      return away().has("server") ? null : `${path}: cut off without need: ${String(error)}`;
    }
  }
}

function valuesIn(text: string): string {
  const [, ...lines] = text.trimEnd().split(/\r?\n/);
  return lines.map((line) => line.split(",")[1]).join();
}
