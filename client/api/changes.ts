import { paths } from "../../server/contract/paths.ts";
import { ApiProblem, readProblem } from "./api-problem.ts";

/**
 * An import that was committed: its number, when, which import it took back, and what it changed (the first thousand
 * series).
 */
export interface Change {
  id: number;
  at: string;
  undoes: number | null;
  seriesCount: number;
  series: readonly { series: string; first: string; last: string }[];
}

/** One message of the stream: the number of the last import so far, and that import, where it is new. */
export interface Told {
  id: number;
  change: Change | null;
}

/**
 * The imports as they commit, from the one after `after` on, or from now on where that is null; it ends when the server
 * ends it. Not an EventSource, which gives up after any answer but 200 and cannot be told where to go on. Throws an
 * `ApiProblem`; an abort stays an abort.
 */
export async function* readChanges(
  after: number | null,
  signal: AbortSignal,
): AsyncGenerator<Told, void> {
  const resumed = after === null ? {} : { "last-event-id": String(after) };
  try {
    const headers = { accept: "text/event-stream", ...resumed };
    const response = await fetch(paths.changes, { signal, headers, cache: "no-store" });
    if (!response.ok || !response.body) throw await readProblem(response);
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let text = ""; ;) {
      const { done, value } = await reader.read();
      if (done) return;
      const blocks = (text + value).split("\n\n");
      text = blocks.pop() ?? "";
      for (const block of blocks) {
        const told = readBlock(block);
        if (told) yield told;
      }
    }
  } catch (error) {
    if (signal.aborted || error instanceof ApiProblem) throw error;
    throw new ApiProblem("network", String(error));
  }
}

/** A block of a stream of server-sent events; null for a comment. */
export function readBlock(block: string): Told | null {
  const [, id] = /^id: (\d+)$/m.exec(block) ?? [];
  if (id === undefined) return null;
  const [, data] = /^data: (.+)$/m.exec(block) ?? [];
  return { id: Number(id), change: data === undefined ? null : (JSON.parse(data) as Change) };
}
