import { decodeFile } from "./decode.ts";

/** A physical line of a file, counted from 1, without its end. */
export interface PickedLine {
  line: number;
  text: string;
}

const longest = 1_000;

/**
 * Some physical lines of a file, in their order, each cut to 1,000 characters. Reads no further than the last of them;
 * line ends of all three kinds count.
 */
export async function pickLines(
  path: string,
  encoding: string,
  wanted: ReadonlySet<number>,
): Promise<PickedLine[]> {
  const picked: PickedLine[] = [];
  const last = Math.max(0, ...wanted);
  let line = 1;
  let pending = "";
  const decoder = new TextDecoder();
  const take = (text: string) => {
    if (wanted.has(line)) picked.push({ line, text: text.slice(0, longest) });
    line += 1;
  };
  for await (const chunk of decodeFile(path, encoding)) {
    const text = pending + decoder.decode(chunk, { stream: true });
    // A CR at the very end may be half of a CRLF.
    const held = text.endsWith("\r") ? 1 : 0;
    const lines = text.slice(0, text.length - held).split(/\r\n|\n|\r/);
    pending = (lines.pop() ?? "") + text.slice(text.length - held);
    for (const one of lines) take(one);
    if (line > last) return picked;
  }
  for (const one of pending.split(/\r\n|\n|\r/)) take(one);
  return picked;
}
