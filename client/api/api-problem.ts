import type { Problem, ProblemKind } from "../../server/contract/problem.ts";

/** Why an answer did not come: a kind of the API, or `network` when there was no answer of the API at all. */
export type FailureKind = ProblemKind | "network";

/** What `get` throws. `retryAfterSeconds` is there when the server asks for patience. */
export class ApiProblem extends Error {
  readonly kind: FailureKind;
  readonly detail: string;
  readonly retryAfterSeconds: number | null;

  constructor(kind: FailureKind, detail: string, retryAfterSeconds: number | null = null) {
    super(detail);
    this.name = "ApiProblem";
    this.kind = kind;
    this.detail = detail;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** The problem that an answer without success tells of; a body that is no problem counts as no answer of the API. */
export async function readProblem(response: Response): Promise<ApiProblem> {
  const type = response.headers.get("content-type") ?? "";
  if (!type.startsWith("application/problem+json"))
    return new ApiProblem("network", `${response.status} ${response.statusText}`);
  const problem = (await response.json()) as Problem;
  const kind = problem.type.replace("/problems/", "") as ProblemKind;
  const wait = Number(response.headers.get("retry-after") ?? NaN);
  return new ApiProblem(kind, problem.detail ?? problem.title, Number.isNaN(wait) ? null : wait);
}
