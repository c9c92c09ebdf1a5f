const separators = new Map<string, RegExp>();

/**
 * The same text with Excel's `="87.45"` as RFC 4180 writes it, `"=""87.45"""`, wherever it is a whole cell: a quote
 * that begins inside a cell is damage to any reader of CSV. What stands in quotes already is left alone, and so is
 * any other quote inside a cell. The text begins with a record; its lines stay where they are.
 */
export function quoteExcelText(text: Buffer, delimiter: string): Buffer {
  if (!text.includes('="')) return text;
  const cells = separators.get(delimiter) ?? createForm(delimiter);
  separators.set(delimiter, cells);
  const quoted = text.toString().replace(cells, (cell, before: string, inside?: string) => {
    return inside === undefined ? cell : `${before}"=""${inside}"""`;
  });
  return Buffer.from(quoted);
}

/**
 * A cell in quotes, taken whole so that nothing inside it is looked at (to the end of the text where its quote is
 * not closed there), or Excel's text.
 */
function createForm(delimiter: string): RegExp {
  const mark = delimiter.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&");
  const quoted = `"[^"]*(?:""[^"]*)*(?:"(?!")|$)`;
  return new RegExp(`(^|[${mark}\r\n])(?:${quoted}|="([^"${mark}\r\n]*)"(?=[${mark}\r\n]|$))`, "g");
}
