import type { CsvRecord } from "./parse-block.ts";
import { offsetOfLine, parseBlock } from "./parse-block.ts";

/** In the order in which they are preferred: a comma may be a decimal sign, the others hardly. */
const delimiters = [";", "\t", "|", ","] as const;
const mostLines = 50;
/** Above and between them may stand what is no row. A wrong delimiter damages every quote, and damage is slow to read. */
const linesLookedAt = 4 * mostLines;

/** The delimiter that cuts most of the first lines of a text to one width; null when none cuts them. */
export function findDelimiter(head: Buffer): string | null {
  const top = head.subarray(0, offsetOfLine(head, linesLookedAt));
  const scored = delimiters.map((delimiter) => ({ delimiter, score: score(top, delimiter) }));
  const best = scored.reduce((one, other) => (other.score > one.score ? other : one));
  return best.score > 0 ? best.delimiter : null;
}

/** The commonest width counts, not the first row's: lines above the header are of any. */
function score(head: Buffer, delimiter: string): number {
  const { records } = parseBlock(head, { delimiter, line: 1 });
  const rows = records.filter(isRow).slice(0, mostLines);
  const widths = new Map<number, number>();
  for (const { cells } of rows) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
  const cut = [...widths].filter(([width]) => width > 1).map(([, count]) => count);
  return Math.max(0, ...cut) / Math.max(rows.length, 1);
}

function isRow({ cells, fault }: CsvRecord): boolean {
  const [first = ""] = cells;
  return fault !== "quote-damage" && !first.startsWith("#") && cells.join("").trim() !== "";
}
