const takes =
  "Kurs takes CSV: date,base,quote,rate, date,USD/KGS,…, SDMX-CSV, or any other table with a mapping. Ask for it in that form, or turn it into date,base,quote,rate.";

/** How files that are no CSV begin, and what they are. */
const kinds: readonly (readonly [begins: RegExp, what: string, remedy: string])[] = [
  [
    /^PK(?:\x03\x04|\x05\x06|\x07\x08)[^]*(?:xl\/|\[Content_Types\]\.xml)/,
    "an Excel workbook (XLSX)",
    "Save the sheet as CSV (UTF-8) and import that.",
  ],
  [
    /^PK(?:\x03\x04|\x05\x06|\x07\x08)/,
    "a ZIP archive (an Excel workbook is one too)",
    "Unpack it, or save the sheet as CSV (UTF-8), and import that.",
  ],
  [
    /^\xD0\xCF\x11\xE0/,
    "an old Excel or Office file (XLS)",
    "Save the sheet as CSV (UTF-8) and import that.",
  ],
  [/^%PDF-/, "a PDF", "Ask its publisher for the figures as CSV."],
  [/^(?:BZh\d|\xFD7zXZ|7z\xBC\xAF|\x28\xB5\x2F\xFD|Rar!)/, "a compressed archive", "Unpack it."],
  [
    /^(?:\xEF\xBB\xBF)?\s*<(?:!doctype html|html|head|body)/i,
    "an HTML page",
    "The site has probably answered with a message in place of the file: open it in a browser.",
  ],
  [
    /^(?:\xEF\xBB\xBF)?\s*<(?:\?xml|[a-z][\w:.-]*[\s/>])/i,
    "XML (as the feeds of NBKR and CBR are)",
    takes,
  ],
  [/^(?:\xEF\xBB\xBF)?\s*(?:\{\s*["}]|\[\s*[[{"\]])/, "JSON (as the feed of CBU is)", takes],
];

/** What the first bytes show a file to be, in words, with what to do about it; null when it may be a CSV file. */
export function fileKind(head: Buffer): { what: string; remedy: string } | null {
  const text = head.subarray(0, 4096).toString("latin1");
  const found = kinds.find(([begins]) => begins.test(text));
  return found ? { what: found[1], remedy: found[2] } : null;
}
