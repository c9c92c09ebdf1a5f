import type { RowProblem } from "../contract/import-report.ts";
import type { Mapping } from "../contract/mapping.ts";
import type { Reading } from "../domain/draft.ts";
import { needsMapping } from "./needs-mapping.ts";

/** From so many rows on, a fault of all of them is one of the file. */
const fewest = 3;

/** Watches whether anything at all of a file can be read. */
export class FaultTally {
  readonly #mapping: Mapping;
  readonly #sample: string[] = [];
  #first: RowProblem | null = null;
  #count = 0;
  #isOfFile = true;

  constructor(mapping: Mapping) {
    this.#mapping = mapping;
  }

  /** Looks at a batch of readings; after the first draft there is nothing more to watch. */
  add(readings: readonly Reading[]): void {
    if (!this.#isOfFile) return;
    for (const reading of readings) {
      if ("draft" in reading) this.#isOfFile = false;
      else if (reading.problem.severity === "error") this.#addProblem(reading.problem);
    }
  }

  /** Throws `needs-mapping` where every row was refused for the same reason in the same column: the mapping is wrong then, not the rows. */
  refuseWhole(): void {
    if (!this.#isOfFile || !this.#first || this.#count < fewest) return;
    const { column, message, line } = this.#first;
    const where = column === null ? "" : ` in column ${column}`;
    const detail = `None of the ${this.#count} rows could be read, all for one reason${where} (line ${line}): ${message}`;
    throw needsMapping(detail, { recognised: this.#mapping, missing: [], sample: this.#sample });
  }

  #addProblem(problem: RowProblem): void {
    this.#first ??= problem;
    this.#count += 1;
    if (this.#sample.length < 3) this.#sample.push(`line ${problem.line}: ${problem.text ?? ""}`);
    const { code, column } = this.#first;
    if (problem.code !== code || problem.column !== column) this.#isOfFile = false;
  }
}
