import type { RowProblem } from "../contract/import-report.ts";

/** Counts what is passed over, by kind, with the first line of each; tells it as notices at the end of the file. */
export class SkippedLines {
  readonly #counts = new Map<string, { line: number; column: string | null; count: number }>();
  #blank = { line: 0, count: 0 };

  /** A line with nothing on it. */
  addBlank(line: number): void {
    this.#blank = { line: this.#blank.line || line, count: this.#blank.count + 1 };
  }

  /** A text that stood for a missing value. */
  addMarker(marker: string, line: number, column: string | null): void {
    const known = this.#counts.get(marker);
    if (known) known.count += 1;
    else this.#counts.set(marker, { line, column, count: 1 });
  }

  /** One notice for each kind, with how often it occurred. */
  notices(): RowProblem[] {
    const markers = [...this.#counts].map(([text, { line, column, count }]): RowProblem => {
      const shown = text === "" ? "An empty cell" : text;
      const message = `${shown} was read as a missing value, ${times(count)}.`;
      return { line, column, text, code: "missing-marker", severity: "notice", message };
    });
    const { line, count } = this.#blank;
    if (count === 0) return markers;
    const message = `Blank lines were passed over, ${times(count)}.`;
    const blank = { line, column: null, text: null, severity: "notice" as const, message };
    return [...markers, { ...blank, code: "blank-line" }];
  }
}

function times(count: number): string {
  return count === 1 ? "once" : `${count} times`;
}
