import { type Problem, type ProblemKind, problems } from "../contract/problem.ts";

/** A problem as the text of its answer, for where no handler of errors is. */
export function problemText(kind: ProblemKind, detail?: string): string {
  const problem: Problem = {
    type: `/problems/${kind}`,
    ...problems[kind],
    ...(detail && { detail }),
  };
  return JSON.stringify(problem);
}
