import type { ImportPreview, RowProblem } from "../../server/contract/import-report.ts";

/** With a byte order mark, so that spreadsheets read it as UTF-8. */
const byteOrderMark = "\uFEFF";

/** The errors and warnings as CSV, each with the line as the file has it. */
export function errorsCsv(problems: readonly RowProblem[], lines: ImportPreview["lines"]): string {
  const originals = new Map(lines.map(({ line, text }) => [line, text]));
  const rows = problems
    .filter(({ severity }) => severity !== "notice")
    .map(({ line, column, text, code, severity, message }) =>
      [String(line), originals.get(line) ?? "", column ?? "", text ?? "", severity, code, message]
        .map(quoted)
        .join(","),
    );
  const header = "line,original,column,text,severity,code,message";
  return `${byteOrderMark}${[header, ...rows].join("\r\n")}\r\n`;
}

/** A cell that a spreadsheet would take for a formula is marked as text. */
function quoted(cell: string): string {
  const safe = /^[=+@\t\r-]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
