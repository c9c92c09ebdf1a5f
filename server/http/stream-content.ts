import type { Format } from "../contract/query.ts";
import { typeOf } from "./format.ts";
import type { Content } from "./send-content.ts";
import type { StreamSlots } from "./stream-slots.ts";
import type { Scribe } from "./write-observations.ts";

/** A text of rows that come in batches; each batch is let go once it is written. */
export function streamedContent<Row>(
  format: Format,
  scribe: Scribe<Row>,
  batches: AsyncGenerator<readonly Row[]>,
  slots: StreamSlots,
): Content {
  return { type: typeOf(format), text: slots.within(piecesOf(scribe, batches)) };
}

async function* piecesOf<Row>(
  { open, rows, close }: Scribe<Row>,
  batches: AsyncGenerator<readonly Row[]>,
): AsyncGenerator<string> {
  let held: string | null = null;
  for await (const batch of batches) {
    // A piece waits for the next, so that a short answer is one piece.
    if (held !== null) yield held;
    held = held === null ? `${open}${rows(batch, true)}` : rows(batch, false);
  }
  yield `${held ?? open}${close}`;
}
