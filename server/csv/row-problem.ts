import type { RowProblem } from "../contract/import-report.ts";
import { detach } from "./detach.ts";
import type { CellFault } from "./read-code.ts";

const longestText = 200;

/** A fault of a cell as an error of its line. */
export function errorAt(line: number, { column, text, code, message }: CellFault): RowProblem {
  const shown = text.length > longestText ? `${text.slice(0, longestText)}…` : text;
  return { line, column, text: detach(shown), code, severity: "error", message };
}
