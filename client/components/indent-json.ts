/** A value of JSON as text: on one line, and, of lists and objects, what stands between the brackets. */
interface Piece {
  line: string;
  /** The name before the value, of a member of an object: `"rate": `. */
  name: string;
  open: string;
  parts: Piece[];
}

const lineLength = 76;
const token = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

/**
 * Breaks JSON into lines: what is short stays on one. Only space is changed, so that `87.4500` stays `87.4500`. A text
 * that is no JSON, or was cut off, comes back as it is.
 */
export function indentJson(text: string): string {
  const tokens = [...text.matchAll(token)].map(([each]) => each);
  const reader = { tokens, at: 0 };
  const piece = readPiece(reader);
  return piece && reader.at === tokens.length ? printPiece(piece, "") : text;
}

function readPiece(reader: { tokens: string[]; at: number }, name = ""): Piece | null {
  const open = reader.tokens[reader.at];
  reader.at += 1;
  if (open === undefined || /^[\]},:]$/.test(open)) return null;
  if (open !== "{" && open !== "[") return { line: name + open, name, open, parts: [] };
  const parts = readParts(reader, open);
  if (!parts) return null;
  const inner = parts.map(({ line }) => line).join(", ");
  const space = open === "{" && parts.length > 0 ? " " : "";
  return { line: `${name}${open}${space}${inner}${space}${closing(open)}`, name, open, parts };
}

function readParts(reader: { tokens: string[]; at: number }, open: string): Piece[] | null {
  const { tokens } = reader;
  const parts: Piece[] = [];
  while (tokens[reader.at] !== closing(open)) {
    if (parts.length > 0 && tokens[reader.at++] !== ",") return null;
    const isMember = open === "{";
    if (isMember && tokens[reader.at + 1] !== ":") return null;
    const name = isMember ? `${tokens[reader.at] ?? ""}: ` : "";
    if (isMember) reader.at += 2;
    const part = readPiece(reader, name);
    if (!part) return null;
    parts.push(part);
  }
  reader.at += 1;
  return parts;
}

function printPiece({ line, name, open, parts }: Piece, indent: string): string {
  if (parts.length === 0 || indent.length + line.length <= lineLength) return indent + line;
  const isPlain = open === "[" && parts.every((part) => part.parts.length === 0);
  const lines = isPlain
    ? fillLines(parts, `${indent}  `)
    : parts.map((part) => printPiece(part, `${indent}  `));
  const inner = lines.join(",\n");
  return `${indent}${name}${open}\n${inner}\n${indent}${closing(open)}`;
}

/** Plain values one after another, as many on a line as it takes. */
function fillLines(parts: readonly Piece[], indent: string): string[] {
  const lines: string[] = [];
  for (const { line } of parts) {
    const last = lines.at(-1);
    const longer = `${last ?? ""}, ${line}`;
    if (last !== undefined && longer.length <= lineLength) lines[lines.length - 1] = longer;
    else lines.push(indent + line);
  }
  return lines;
}

const closing = (open: string) => (open === "{" ? "}" : "]");
