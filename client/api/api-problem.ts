import type { Problem, ProblemError, ProblemKind } from "../../server/contract/problem.ts";

/** Why an answer did not come: a kind of the API, or `network` when there was no answer of the API at all. */
export type FailureKind = ProblemKind | "network";

/**
 * What `get` and `send` throw. `retryAfterSeconds` is there when the server asks for patience, `problem` when the API
 * answered: with the members of its kind, such as `report` or `missing`.
 */
export class ApiProblem extends Error {
  readonly kind: FailureKind;
  readonly detail: string;
  readonly retryAfterSeconds: number | null;
  readonly problem: Problem | null;
  /** The answer's `X-Request-Id`, under which the server's log has it; empty when there was no answer. */
  readonly requestId: string;

  constructor(
    kind: FailureKind,
    detail: string,
    retryAfterSeconds: number | null = null,
    problem: Problem | null = null,
    requestId = "",
  ) {
    super(detail);
    this.name = "ApiProblem";
    this.kind = kind;
    this.detail = detail;
    this.retryAfterSeconds = retryAfterSeconds;
    this.problem = problem;
    this.requestId = requestId;
  }

  /** The single faults, where there are several or where they belong to a field or line. */
  get errors(): readonly ProblemError[] {
    return this.problem?.errors ?? [];
  }
}

/** What a proxy in front of the API means by a status: its body is no problem of the API. */
const kindOfStatus: Readonly<Record<number, FailureKind>> = {
  404: "not-found",
  429: "too-many-requests",
  500: "internal",
  502: "unavailable",
  503: "unavailable",
  504: "unavailable",
};

/** The problem that an answer without success tells of; a body that is no problem is told by its status. */
export async function readProblem(response: Response): Promise<ApiProblem> {
  const { headers, status, statusText } = response;
  const type = headers.get("content-type") ?? "";
  const wait = Number(headers.get("retry-after") ?? NaN);
  const patience = Number.isNaN(wait) ? null : wait;
  const id = headers.get("x-request-id") ?? "";
  if (!type.startsWith("application/problem+json")) {
    const kind = kindOfStatus[status] ?? "network";
    return new ApiProblem(kind, `${status} ${statusText}`.trim(), patience, null, id);
  }
  const problem = (await response.json()) as Problem;
  const kind = problem.type.replace("/problems/", "") as ProblemKind;
  return new ApiProblem(kind, problem.detail ?? problem.title, patience, problem, id);
}
