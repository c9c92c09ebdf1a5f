import type { WarningCode } from "../contract/import-report.ts";
import { KursError } from "../domain/kurs-error.ts";
import type { Report } from "./import-file.ts";
import type { ProblemList } from "./problem-list.ts";

/** What the caller lets pass. */
export interface Leniency {
  /** What becomes of a file that has rows with errors: nothing is stored, or those rows are left out. */
  onError?: "abort" | "skip" | undefined;
  /** Warnings that do not stop the import. */
  accept?: readonly WarningCode[] | undefined;
}

/** Whether what was found stops the import. */
export function isStopped(problems: ProblemList, leniency: Leniency): boolean {
  return hasBlockingErrors(problems, leniency) || unacceptedCodes(problems, leniency).length > 0;
}

/** The refusal of a stopped import, with its report: what to mend, and what to name to import all the same. */
export function refusalOf(report: Report, problems: ProblemList, leniency: Leniency): KursError {
  const codes = unacceptedCodes(problems, leniency);
  const sentences = [
    hasBlockingErrors(problems, leniency) &&
      `${problems.count("error")} of the rows cannot be stored, so nothing was. Mend them, or leave them out with onError=skip (on the command line --on-error skip).`,
    codes.length > 0 &&
      `Some rates need a second look (${countOf(codes, problems)}), so nothing was stored. Mend them, or, if they are right, import with accept=${codes.join(",")}. On the command line that is --accept ${codes.join(",")}.`,
  ];
  const errors = problems.shown
    .filter(({ severity }) => severity !== "notice")
    .map(({ line, message }) => ({ line, message }));
  const detail = sentences.filter(Boolean).join(" ");
  return new KursError("rejected-rows", detail, { errors, members: { report } });
}

/** Whether the real run would be refused, by the report of a dry one. */
export function wouldStop(
  { counts, problems }: Report,
  { onError, accept = [] }: Leniency,
): boolean {
  const doubts = problems.filter(({ severity }) => severity === "warning");
  return (
    (Number(counts.rejected) > 0 && onError !== "skip") ||
    doubts.some(({ code }) => !accept.some((accepted) => accepted === code))
  );
}

function hasBlockingErrors(problems: ProblemList, { onError }: Leniency): boolean {
  return problems.count("error") > 0 && onError !== "skip";
}

function unacceptedCodes(problems: ProblemList, { accept = [] }: Leniency): WarningCode[] {
  return problems.warningCodes.filter((code) => !accept.includes(code));
}

function countOf(codes: readonly WarningCode[], problems: ProblemList): string {
  return codes.map((code) => `${problems.countOf(code)} × ${code}`).join(", ");
}
