import { ApiProblem, readProblem } from "./api-problem.ts";

/** An answer as it came: nothing of its text is read as numbers, so every digit is the server's. */
export interface Reply {
  status: number;
  /** Without parameters: `text/csv`. */
  type: string;
  /** The headers that a reader of the API may want to know, by their names. */
  headers: readonly (readonly [string, string])[];
  text: string;
  /** The text ends before the answer did. */
  isCut: boolean;
  /** What went wrong, where the answer is a problem. */
  problem: ApiProblem | null;
}

const told = ["Content-Type", "ETag", "Cache-Control", "Location", "Link", "Retry-After"];
const mostBytes = 200_000;
/** An answer may have no end: what came until then is shown. */
const patienceMs = 10_000;

/**
 * Asks an address of this server, whatever it answers. Throws an `ApiProblem` of the kind `network` when it does not.
 */
export async function ask(address: string, signal: AbortSignal): Promise<Reply> {
  try {
    const response = await fetch(address, { signal, cache: "no-cache" });
    const problem = response.ok ? null : await readProblem(response.clone());
    const { headers, status } = response;
    const [type = ""] = (headers.get("content-type") ?? "").split(";");
    return {
      status,
      type,
      headers: told.flatMap((name) => {
        const value = headers.get(name);
        return value === null ? [] : [[name, value] as const];
      }),
      ...(await readText(response)),
      problem: problem?.kind === "network" ? null : problem,
    };
  } catch (error) {
    if (signal.aborted) throw error;
    throw new ApiProblem("network", String(error));
  }
}

async function readText({ body }: Response): Promise<{ text: string; isCut: boolean }> {
  if (!body) return { text: "", isCut: false };
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    void reader.cancel();
  }, patienceMs);
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return { text, isCut: isLate };
      text += value;
      if (text.length > mostBytes) break;
    }
  } finally {
    clearTimeout(timer);
  }
  await reader.cancel();
  return { text: text.slice(0, mostBytes), isCut: true };
}
