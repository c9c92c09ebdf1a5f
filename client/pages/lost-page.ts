import { ApiProblem } from "../api/api-problem.ts";
import type { Failure } from "../components/kurs-problem.ts";
import { retryMoment } from "./recovery.ts";

/** A page is asked for whole at most this often, in milliseconds: what is still missing then, another time does not bring. */
const patienceMs = 30_000;

/**
 * Why the code of a page did not come, as a failure that may pass. Where the server is there, a new build may have other
 * files, and this one cannot be asked for again: the page is loaded whole, and this never resolves.
 */
export async function whyLost(error: unknown): Promise<ApiProblem> {
  const isThere = await fetch(location.pathname, { method: "HEAD", cache: "no-store" }).then(
    ({ ok }) => ok,
    () => false,
  );
  if (isThere && mayReload()) {
    history.replaceState({ reloadedAt: Date.now() }, "");
    location.reload();
    await new Promise(() => undefined);
  }
  return new ApiProblem("network", String(error));
}

/** The same, to be told. */
export function lostFailure(problem: ApiProblem): Failure {
  return { kind: "code", detail: "", retryAfterSeconds: null, retryAt: retryMoment(problem) };
}

function mayReload(): boolean {
  const { reloadedAt = 0 } = (history.state ?? {}) as { reloadedAt?: number };
  return Date.now() - reloadedAt > patienceMs;
}
