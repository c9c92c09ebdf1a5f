import type { RowProblem } from "../contract/import-report.ts";
import type { Notice } from "./notice.ts";

/** Counts what is passed over, by kind, with the first line of each; tells it as notices at the end of the file. */
export class SkippedLines {
  readonly #counts = new Map<string, { line: number; column: string | null; count: number }>();
  readonly #notices = new Map<string, Omit<RowProblem, "severity"> & { count: number }>();
  #blank = { line: 0, count: 0 };
  #filtered = { line: 0, count: 0 };

  /** A line with nothing on it. */
  addBlank(line: number): void {
    this.#blank = { line: this.#blank.line || line, count: this.#blank.count + 1 };
  }

  /** A row that the mapping's `rows` leaves out. */
  addFiltered(line: number): void {
    this.#filtered = { line: this.#filtered.line || line, count: this.#filtered.count + 1 };
  }

  /** A way of reading a cell that its reader should know of; told once for each text. */
  addNotice(notice: Omit<RowProblem, "severity">): void {
    const kind = `${notice.code} ${notice.text ?? ""}`;
    const known = this.#notices.get(kind);
    if (known) known.count += 1;
    else this.#notices.set(kind, { ...notice, count: 1 });
  }

  /** The same, of a cell of a column. */
  addCell({ code, mark, message }: Notice, line: number, column: string | null): void {
    this.addNotice({ code, text: mark, message, line, column });
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
    const others = [...this.#notices.values()].map(({ count, message, ...notice }): RowProblem => {
      return { ...notice, severity: "notice", message: `${message}, ${times(count)}.` };
    });
    const filtered = "Rows that the mapping leaves out (rows) were passed over";
    return [
      ...markers,
      ...others,
      ...counted(this.#blank, "blank-line", "Blank lines were passed over"),
      ...counted(this.#filtered, "skipped-line", filtered),
    ];
  }
}

function counted(
  { line, count }: { line: number; count: number },
  code: RowProblem["code"],
  words: string,
): RowProblem[] {
  if (count === 0) return [];
  const message = `${words}, ${times(count)}.`;
  return [{ line, column: null, text: null, code, severity: "notice", message }];
}

function times(count: number): string {
  return count === 1 ? "once" : `${count} times`;
}
