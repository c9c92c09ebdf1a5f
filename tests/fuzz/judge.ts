import { Problem, type ProblemKind, problems } from "../../server/contract/problem.ts";
import type { WholeRequest } from "./arbitrary-request.ts";
import type { BrokenRequest } from "./broken-request.ts";
import type { Outcome } from "./send-whole.ts";

/** The answers from 500 that are none of a fault: too many long answers at once, or one that took too long. */
const allowed: readonly number[] = [503];

/** What is wrong with how a request was answered; null for nothing. */
export function faultOf(asked: WholeRequest | BrokenRequest, outcome: Outcome): string | null {
  if (outcome === "no answer") return "no answer, and the connection stays open";
  if (outcome === "left") return null;
  if (outcome === "closed") {
    const mayClose = asked.kind === "broken" || asked.body !== null;
    return mayClose ? null : "the connection was cut";
  }
  const { status, type, text } = outcome;
  if (status >= 500 && !allowed.includes(status)) return `${status} ${text}`;
  const isApi = asked.kind === "whole" && asked.target.startsWith("/api");
  if (isApi && type.startsWith("text/html")) return `HTML from ${asked.target}`;
  if (status < 400) return null;
  if (!type.startsWith("application/problem+json")) return `${status} is no problem, but "${type}"`;
  const hasText = asked.kind === "broken" || asked.method !== "HEAD";
  return text !== "" && hasText ? faultOfProblem(status, text) : null;
}

function faultOfProblem(status: number, text: string): string | null {
  let parsed;
  try {
    parsed = Problem.safeParse(JSON.parse(text));
  } catch {
    return `${status} is not JSON: ${text.slice(0, 200)}`;
  }
  if (!parsed.success) return `${status} is not a problem: ${text.slice(0, 200)}`;
  const kind = parsed.data.type.slice("/problems/".length) as ProblemKind;
  if (parsed.data.status === status && problems[kind].status === status) return null;
  return `${status} tells ${parsed.data.type}, ${parsed.data.status}`;
}
