import { addDays, formatPeriod } from "../contract/period.ts";
import type { ProblemCode, RowProblem } from "../contract/import-report.ts";
import { isPositive } from "./decimal.ts";
import type { Draft } from "./draft.ts";

/** One question about a draft: is this row acceptable? */
export interface RowRule {
  code: ProblemCode;
  rejects(draft: Draft, today: string): boolean;
  explain(draft: Draft): string;
}

const daysAhead = 2;

const futurePeriod: RowRule = {
  code: "future-period",
  // Banks publish the rate of the next working day; a mistyped year would hide every real period behind it.
  rejects: ({ start }, today) => start > today && start > addDays(today, daysAhead),
  explain: ({ start, frequency }) =>
    `The period ${formatPeriod(start, frequency)} begins more than two days from now.`,
};

const nonPositiveRate: RowRule = {
  code: "non-positive-rate",
  rejects: ({ value }) => value !== null && !isPositive(value),
  explain: ({ value }) =>
    `A rate is above zero, and this is ${value}. If it stands for a missing rate, list it as missing in the mapping.`,
};

/** What any observation must pass. */
export const observationRules: readonly RowRule[] = [futurePeriod];

/** What the observation of a rate must pass. */
export const rateRules: readonly RowRule[] = [futurePeriod, nonPositiveRate];

/** The first rule that the draft breaks, as an error of its line; null for a draft to keep. */
export function judge(draft: Draft, rules: readonly RowRule[], today: string): RowProblem | null {
  const broken = rules.find((rule) => rule.rejects(draft, today));
  if (!broken) return null;
  const { line, value } = draft;
  const message = broken.explain(draft);
  return { line, column: null, text: value, code: broken.code, severity: "error", message };
}
