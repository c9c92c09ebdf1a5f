import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { addDays } from "../../server/contract/period.ts";
import { ImportReport } from "../../server/contract/import-report.ts";
import { anyOf, type Load } from "./load.ts";

const rows = 50;
const firstDay = "2020-01-01";
const path = "/api/v1/series/FX/D.USD.KGS.SOAK/observations?last=1";
/** Other processes hear of an import within moments; how long it took at most is told, this is when it is a fault. */
const mostMomentsMs = 30_000;

/** Imports through each of several servers by turns, takes every fourth import back through the next, and looks whether all see it. */
export class Editor {
  /** The numbers of the imports that were acknowledged. */
  readonly acknowledged: number[] = [];
  /** How long after it was acknowledged another server gave an import, in milliseconds, at most. */
  slowestMs = 0;
  readonly #load: Load;
  readonly #addresses: readonly string[];
  readonly #headers: Record<string, string>;
  #turn = 0;
  #value = "";

  constructor(load: Load, addresses: readonly string[], token: string) {
    this.#load = load;
    this.#addresses = addresses;
    this.#headers = { Authorization: `Bearer ${token}`, "Content-Type": "text/csv" };
  }

  /** One import or undo, and a look at each server. */
  async step(): Promise<void> {
    const turn = ++this.#turn;
    const one = this.#at(turn);
    if (turn % 4 !== 0) return this.#bring(one, `9${turn % 9}.${String(turn).padStart(5, "0")}`);
    const newest = this.acknowledged.at(-1);
    const before = this.#value;
    await this.#bring(one, "95.5");
    const last = this.acknowledged.at(-1);
    if (last === undefined || last === newest) return;
    const other = this.#at(turn + 1);
    await this.#send(other, `imports/${last}/undo`, "");
    await this.#expect(other, before);
  }

  #at(turn: number): string {
    return this.#addresses[turn % this.#addresses.length]!;
  }

  async #bring(address: string, value: string): Promise<void> {
    const days = Array.from({ length: rows }, (_, day) => addDays(firstDay, day));
    const lines = days.map((day) => `${day},USD,KGS,${value}`);
    const text = ["date,base,quote,rate", ...lines, ""].join("\n");
    await this.#send(address, "imports?source=SOAK", text);
    this.#value = value;
    await this.#expect(address, value);
  }

  async #send(address: string, to: string, body: string): Promise<void> {
    const init = { method: "POST", headers: this.#headers, body };
    await this.#load.ask(
      `${address}/api/v1/${to}`,
      (response, text) => {
        if (response.status !== 201) return `${response.status} ${text}`;
        this.acknowledged.push(ImportReport.parse(JSON.parse(text)).id!);
        return null;
      },
      init,
    );
  }

  /** The server that acknowledged has it at once, the others soon. */
  async #expect(acknowledging: string, value: string): Promise<void> {
    const begin = performance.now();
    const ask = async (address: string) => {
      let found = "";
      await this.#load.ask(address + path, (response, text) => {
        [, found = ""] = /"value":([\d.]+)/.exec(text) ?? [];
        return anyOf(200)(response, text);
      });
      return found;
    };
    const told = await ask(acknowledging);
    if (told !== value) this.#load.fail(`${acknowledging} gives ${told} after 201 for ${value}`);
    for (const other of this.#addresses) {
      while ((await ask(other)) !== value) {
        if (performance.now() - begin > mostMomentsMs)
          return this.#load.fail(`${other} does not see ${value}`);
        await sleep(5);
      }
    }
    this.slowestMs = Math.max(this.slowestMs, performance.now() - begin);
  }
}
