/** How a CSV file is to be written: `sep` between cells, `decimal` in numbers. */
export interface RowStyle {
  sep?: "," | ";" | "\t" | "|";
  decimal?: "." | ",";
}

const number = /^-?\d+(?:\.\d+)?$/;

/**
 * One RFC 4180 record with its line break. A text that is a decimal number stays one, digit for digit; any
 * other text that a spreadsheet would run (it begins with `=`, `+`, `-`, `@`, tab or return) gets a `'` before it.
 */
export function formatRow(
  cells: readonly (string | number | null)[],
  { sep = ",", decimal = "." }: RowStyle = {},
): string {
  return `${cells.map((cell) => formatCell(cell, decimal, sep)).join(sep)}\r\n`;
}

function formatCell(cell: string | number | null, decimal: string, sep: string): string {
  if (cell === null) return "";
  const text = String(cell);
  if (number.test(text)) return quote(text.replace(".", decimal), sep);
  return quote(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text, sep);
}

function quote(text: string, sep: string): string {
  return text.includes(sep) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
