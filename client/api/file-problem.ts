import { ApiProblem, readProblem } from "./api-problem.ts";

/** Why a file of this server cannot be fetched; null where it can. Only the beginning of the answer is waited for. */
export async function fileProblem(address: string): Promise<ApiProblem | null> {
  const enough = new AbortController();
  try {
    const response = await fetch(address, { signal: enough.signal, cache: "no-store" });
    return response.ok ? null : await readProblem(response);
  } catch (error) {
    return new ApiProblem("network", String(error));
  } finally {
    enough.abort();
  }
}
