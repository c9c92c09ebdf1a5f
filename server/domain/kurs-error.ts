import type { ProblemError, ProblemKind } from "../contract/problem.ts";

/**
 * What may stand beside the detail: single faults, members of the problem of their own, when to ask again, and the
 * error behind it.
 */
interface Particulars {
  errors?: ProblemError[];
  members?: Record<string, unknown>;
  retryAfterSeconds?: number;
  cause?: unknown;
}

/**
 * What the caller did wrong, or asked for and is not there. Answered as the problem of its kind, with this message as
 * its detail.
 */
export class KursError extends Error {
  readonly kind: ProblemKind;
  readonly errors: ProblemError[] | undefined;
  readonly members: Record<string, unknown>;
  readonly retryAfterSeconds: number | undefined;

  constructor(
    kind: ProblemKind,
    detail: string,
    { errors, members = {}, retryAfterSeconds, cause }: Particulars = {},
  ) {
    super(detail, { cause });
    this.name = "KursError";
    this.kind = kind;
    this.errors = errors;
    this.members = members;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
