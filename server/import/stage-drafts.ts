import type { RowProblem } from "../contract/import-report.ts";
import type { Draft, Reading } from "../domain/draft.ts";
import { judge, observationRules, rateRules } from "../domain/row-rules.ts";
import { formatStaged } from "../sql/stage-observations.ts";
import type { ProblemList } from "./problem-list.ts";
import type { SeriesLedger } from "./series-ledger.ts";

/** Where the readings of a file go: good drafts to their series, the rest to the problems. */
interface Destinations {
  ledger: SeriesLedger;
  problems: ProblemList;
  today: string;
  onRows: (rows: number) => void;
  /** Sees each batch as it was read. */
  onBatch?: ((batch: readonly Reading[]) => void) | undefined;
  signal?: AbortSignal | undefined;
}

/** Turns batches of readings into COPY's lines; a draft that breaks a rule, and a line that could not be read, becomes a problem. Throws the signal's reason between two batches when it aborts. */
export async function* stagedLines(
  batches: AsyncIterable<readonly Reading[]>,
  { ledger, problems, today, onRows, onBatch, signal }: Destinations,
): AsyncGenerator<string> {
  let rows = 0;
  for await (const batch of batches) {
    signal?.throwIfAborted();
    onBatch?.(batch);
    const lines: string[] = [];
    for (const reading of batch) {
      const problem =
        "draft" in reading ? judgeDraft(reading.draft, ledger, today) : reading.problem;
      if (problem) problems.add(problem);
      if ("draft" in reading && problem === null) {
        lines.push(formatStaged(ledger.enter(reading.draft), reading.draft));
      }
    }
    rows += batch.length;
    onRows(rows);
    yield lines.join("");
  }
}

function judgeDraft(draft: Draft, ledger: SeriesLedger, today: string): RowProblem | null {
  const isRate = ledger.datasetOf(draft).shape.kind === "rate";
  return judge(draft, isRate ? rateRules : observationRules, today);
}
