import { type RowProblem, type WarningCode, warningCodes } from "../contract/import-report.ts";

/** As many as a report shows. */
const most = 1_000;

/** The problems of an import: counted exactly, shown up to a thousand, errors before warnings before notices. */
export class ProblemList {
  readonly #shown: Record<RowProblem["severity"], RowProblem[]> = {
    error: [],
    warning: [],
    notice: [],
  };
  readonly #counts: Record<RowProblem["severity"], number> = { error: 0, warning: 0, notice: 0 };

  readonly #byCode = new Map<
    RowProblem["code"],
    Pick<RowProblem, "severity"> & { count: number }
  >();

  /** Adds a problem. */
  add(problem: RowProblem): void {
    const { code, severity } = problem;
    this.#byCode.set(code, { severity, count: this.countOf(code) + 1 });
    this.#counts[problem.severity] += 1;
    const shown = this.#shown[problem.severity];
    if (shown.length < most) shown.push(problem);
  }

  /** How many there are of a severity. */
  count(severity: RowProblem["severity"]): number {
    return this.#counts[severity];
  }

  /** How many there are of a code. */
  countOf(code: RowProblem["code"]): number {
    return this.#byCode.get(code)?.count ?? 0;
  }

  /** The warnings that there are, each code once. */
  get warningCodes(): WarningCode[] {
    return warningCodes.filter((code) => this.#byCode.has(code));
  }

  /** How many there are of each code, in the order in which they were met. */
  get byCode(): (Pick<RowProblem, "code" | "severity"> & { count: number })[] {
    return [...this.#byCode].map(([code, found]) => ({ code, ...found }));
  }

  /** How many there are in all. */
  get total(): number {
    return this.#counts.error + this.#counts.warning + this.#counts.notice;
  }

  /** Those that a report shows, in order of severity and line. */
  get shown(): RowProblem[] {
    const { error, warning, notice } = this.#shown;
    const byLine = (problems: RowProblem[]) => [...problems].sort((a, b) => a.line - b.line);
    return [error, warning, notice].flatMap(byLine).slice(0, most);
  }
}
