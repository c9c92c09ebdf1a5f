import { readGauge } from "../support/read-gauge.ts";
import type { Load } from "./load.ts";

const megabyte = 1024 * 1024;
const names = {
  resident: "process_resident_memory_bytes",
  heap: "nodejs_heap_size_used_bytes",
} as const;
type Kind = keyof typeof names;

/** The medians of the first and the last third of what was measured, in MB. */
interface Thirds {
  kind: Kind;
  first: number;
  last: number;
}

/** What a server's memory comes to in the course of time. */
export class Memory {
  readonly #address: string;
  readonly #samples: Record<Kind, number[]> = { resident: [], heap: [] };

  constructor(load: Load, address: string, everyMs: number) {
    this.#address = address;
    load.add(() => this.#look(), everyMs);
  }

  /** After the first tenth, in which a server warms up. */
  get thirds(): Thirds[] {
    return (Object.keys(names) as Kind[]).map((kind) => {
      const all = this.#samples[kind];
      const warm = all.slice(Math.floor(all.length / 10));
      const third = Math.ceil(warm.length / 3);
      return { kind, first: median(warm.slice(0, third)), last: median(warm.slice(-third)) };
    });
  }

  async #look(): Promise<void> {
    for (const kind of Object.keys(names) as Kind[])
      this.#samples[kind].push((await readGauge(this.#address, names[kind])) / megabyte);
  }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
