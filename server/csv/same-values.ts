import type { RowProblem } from "../contract/import-report.ts";
import type { Mapping } from "../contract/mapping.ts";
import { formatPeriod } from "../contract/period.ts";
import type { DatasetShape } from "../domain/dataset-shape.ts";
import type { Draft, Reading } from "../domain/draft.ts";

/** Two rates with fewer digits are easily the same by chance, or by a peg of one to one. */
const fewestDigits = 4;

/** Two series with the same rate in a row of a file, as it is in the first one, and in how many rows. */
interface Pair {
  first: Draft;
  other: string;
  count: number;
}

/** Watches the rows of a table of rates for two columns with the same value, as a slip of copying makes them. */
export class SameValues {
  readonly #pairs = new Map<string, Pair>();
  readonly #isIdle: boolean;

  constructor({ wide, dataset }: Mapping, datasets: readonly DatasetShape[]) {
    const isRate = datasets.some(({ code, kind }) => code === dataset && kind === "rate");
    this.#isIdle = wide === undefined || "period" in wide || !isRate;
  }

  /** Looks at a batch of readings, which has rows whole. */
  add(readings: readonly Reading[]): void {
    if (this.#isIdle) return;
    let [line, byValue] = [0, new Map<string, string>()];
    for (const reading of readings) {
      if (!("draft" in reading) || !isTelling(reading.draft.value)) continue;
      const { draft } = reading;
      if (draft.line !== line) [line, byValue] = [draft.line, new Map<string, string>()];
      const other = byValue.get(draft.value ?? "");
      if (other === undefined) byValue.set(draft.value ?? "", draft.series);
      else if (other !== draft.series) this.#addPair(draft, other);
    }
  }

  /** One notice for each two series. */
  notices(): RowProblem[] {
    return [...this.#pairs.values()].map(({ first, other, count }): RowProblem => {
      const { line, series, start, frequency, value } = first;
      const where = formatPeriod(start, frequency);
      const often = count === 1 ? "once" : `${count} times`;
      const message = `${series} on ${where}, ${value ?? ""}, is the same as ${other} in this line: was one copied from the other? So ${often} in the file.`;
      return { line, column: null, text: value, code: "same-value", severity: "notice", message };
    });
  }

  #addPair(first: Draft, other: string): void {
    const name = `${first.series} ${other}`;
    const known = this.#pairs.get(name);
    if (known) known.count += 1;
    else this.#pairs.set(name, { first, other, count: 1 });
  }
}

function isTelling(value: string | null): boolean {
  const digits = value?.replace(".", "").replace(/^0+|0+$/g, "") ?? "";
  return digits.length >= fewestDigits;
}
