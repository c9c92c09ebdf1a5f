import type { Mapping } from "../contract/mapping.ts";
import { decodeFile } from "./decode.ts";
import { findDelimiter } from "./find-delimiter.ts";
import { needsMapping } from "./needs-mapping.ts";
import { offsetOfLine } from "./parse-block.ts";
import type { Framing } from "./read-records.ts";

const headBytes = 64 * 1024;

/** How the file is to be cut: what the mapping says, a first line `sep=;`, or the delimiter that fits its first lines. Throws `needs-mapping` where none does. */
export async function recogniseFraming(
  path: string,
  encoding: string,
  mapping: Mapping,
): Promise<Framing> {
  const head = await readHead(path, encoding);
  const [, stated] = /^sep=([^\w\s"]|\t)(?:\r|\n|$)/i.exec(head.toString("utf8", 0, 10)) ?? [];
  const skipRows = mapping.skipRows ?? (stated === undefined ? 0 : 1);
  const below = head.subarray(offsetOfLine(head, skipRows));
  const { quotes } = mapping;
  const delimiter = mapping.delimiter ?? stated ?? findDelimiter(below);
  if (delimiter !== null) return { encoding, delimiter, skipRows, ...(quotes && { quotes }) };
  const sample = below.toString().split(/\r\n|\n|\r/, 3);
  throw needsMapping(
    "No delimiter cuts the first lines into columns: choose the delimiter, and with skipRows how many lines stand above the header.",
    {
      recognised: { encoding },
      missing: ["delimiter"],
      candidates: { delimiter: [",", ";", "\t", "|"] },
      sample: sample.map((line) => line.slice(0, 120)),
    },
  );
}

/** The first lines, whole ones where they are not longer than the head. */
async function readHead(path: string, encoding: string): Promise<Buffer> {
  for await (const chunk of decodeFile(path, encoding)) {
    if (chunk.length <= headBytes) return chunk;
    const end = chunk.lastIndexOf(10, headBytes) + 1;
    return chunk.subarray(0, end > 0 ? end : headBytes);
  }
  return Buffer.alloc(0);
}
