import type { CsvRecord } from "./parse-block.ts";
import { parseBlock } from "./parse-block.ts";

/** In the order in which they are preferred: a comma may be a decimal sign, the others hardly. */
const delimiters = [";", "\t", "|", ","] as const;
const mostLines = 50;

/** The delimiter that cuts the first lines of a text into the most rows as wide as the first; null when none cuts it. */
export function findDelimiter(head: Buffer): string | null {
  const scored = delimiters.map((delimiter) => ({ delimiter, score: score(head, delimiter) }));
  const best = scored.reduce((one, other) => (other.score > one.score ? other : one));
  return best.score > 0 ? best.delimiter : null;
}

function score(head: Buffer, delimiter: string): number {
  const { records } = parseBlock(head, { delimiter, line: 1 });
  const rows = records.filter(isRow).slice(0, mostLines);
  const width = rows[0]?.cells.length ?? 0;
  if (width < 2) return 0;
  return rows.filter(({ cells }) => cells.length === width).length / rows.length;
}

function isRow({ cells, fault }: CsvRecord): boolean {
  const [first = ""] = cells;
  return fault !== "quote-damage" && !first.startsWith("#") && cells.join("").trim() !== "";
}
