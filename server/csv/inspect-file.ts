import { isUtf8 } from "node:buffer";
import { KursError } from "../domain/kurs-error.ts";
import { decodeFile } from "./decode.ts";
import { createDecoder, encodingNamed, encodings } from "./encoding.ts";
import { fileKind } from "./file-kind.ts";
import { needsMapping } from "./needs-mapping.ts";
import { readBytes } from "./read-bytes.ts";

const utf8Mark = Buffer.from("\uFEFF");

/**
 * The encoding of a CSV file, after one pass over all its bytes: a byte order mark first, then strict
 * UTF-8, unless `chosen` names one for a file without UTF-8's mark. Throws `unreadable-file` for what is empty,
 * binary or another kind of file (and says which), `needs-mapping` with candidates and sample lines where the
 * encoding must be chosen.
 */
export async function inspectFile(path: string, chosen?: string): Promise<{ encoding: string }> {
  const head = await firstBytes(path);
  const kind = fileKind(head);
  if (kind) throw unreadable(`This is ${kind.what}, not a CSV file. ${kind.remedy}`);
  // A publisher's mapping outlives the encoding of its files: what the file itself says goes first.
  const isMarked = head.subarray(0, 3).equals(utf8Mark);
  const encoding = chosen === undefined || isMarked ? markedEncoding(head) : knownEncoding(chosen);
  if (encoding === "utf-8") await checkUtf8(path, head);
  else await checkText(path, encoding);
  return { encoding };
}

async function firstBytes(path: string): Promise<Buffer> {
  for await (const chunk of readBytes(path)) return chunk;
  return Buffer.alloc(0);
}

function markedEncoding(head: Buffer): string {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  return "utf-8";
}

function knownEncoding(label: string): string {
  try {
    return encodingNamed(label);
  } catch (cause) {
    throw new KursError(
      "needs-mapping",
      `Kurs knows no encoding ${label}: try utf-8 or ${encodings.join(", ")}.`,
      { cause },
    );
  }
}

/** Strict: one wrong byte anywhere and the whole file is in another encoding. */
async function checkUtf8(path: string, head: Buffer): Promise<void> {
  let [bytes, isBlank, carried] = [0, true, Buffer.alloc(0)];
  for await (const chunk of readBytes(path)) {
    refuseNul(chunk, bytes, head);
    const text = carried.length > 0 ? Buffer.concat([carried, chunk]) : chunk;
    const whole = text.length - unfinishedBytes(text);
    if (!isUtf8(text.subarray(0, whole))) throw chooseEncoding(text);
    carried = Buffer.from(text.subarray(whole));
    bytes += chunk.length;
    isBlank &&= isBlankText(text);
  }
  if (carried.length > 0) throw chooseEncoding(carried);
  if (isBlank) throw unreadable("The file is empty.");
}

async function checkText(path: string, encoding: string): Promise<void> {
  let [bytes, isBlank] = [0, true];
  try {
    for await (const chunk of decodeFile(path, encoding)) {
      refuseNul(chunk, bytes, Buffer.alloc(0));
      bytes += chunk.length;
      isBlank &&= isBlankText(chunk);
    }
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    const detail = `The file is not in ${encoding}: leave the encoding out, or choose another.`;
    throw new KursError("needs-mapping", detail, { cause });
  }
  if (isBlank) throw unreadable("The file is empty.");
}

function isBlankText(chunk: Buffer): boolean {
  return (
    chunk.length < 4096 &&
    chunk
      .toString()
      .replace(/^\uFEFF/, "")
      .trim() === ""
  );
}

function refuseNul(chunk: Buffer, bytesBefore: number, head: Buffer): void {
  const at = chunk.indexOf(0);
  if (at < 0) return;
  const utf16 = likelyUtf16(head);
  if (utf16) {
    throw needsMapping(`The file looks like ${utf16} without its mark: choose the encoding.`, {
      recognised: {},
      missing: ["encoding"],
      candidates: { encoding: [utf16] },
      sample: sampleLines(head, utf16),
    });
  }
  throw unreadable(`The file has binary data at byte ${bytesBefore + at}: it is not a CSV file.`);
}

/** In UTF-16, every second byte of Latin text is 0, and of Cyrillic text 4; the others are neither all the time. */
function likelyUtf16(head: Buffer): "utf-16le" | "utf-16be" | null {
  const start = head.subarray(0, 200);
  const [zeros, high] = [
    [0, 0],
    [0, 0],
  ];
  start.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
    if (byte === 0 || byte === 4) high[at % 2] = (high[at % 2] ?? 0) + 1;
  });
  const [isHighEven, isHighOdd] = high.map((count) => count > start.length * 0.4);
  if (isHighOdd && zeros[0] === 0) return "utf-16le";
  return isHighEven && zeros[1] === 0 ? "utf-16be" : null;
}

/** How many bytes at the end begin a character that the next piece ends. */
function unfinishedBytes(text: Buffer): number {
  for (let back = 1; back <= Math.min(3, text.length); back++) {
    const byte = text[text.length - back] ?? 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
    if (byte < 0x80) return 0;
  }
  return 0;
}

function chooseEncoding(text: Buffer): KursError {
  const sample = encodings.map((encoding) => {
    return `${encoding}: ${sampleLines(text, encoding).join(" ⏎ ")}`;
  });
  const detail =
    "The file is not UTF-8. Choose its encoding in the mapping by the sample lines; for files from Central Asia it is mostly windows-1251. A wrong one leaves the numbers right and makes nonsense of the names.";
  const candidates = { encoding: encodings };
  return needsMapping(detail, { recognised: {}, missing: ["encoding"], candidates, sample });
}

/** Up to three lines, those that are not plain ASCII first. */
function sampleLines(text: Buffer, encoding: string): string[] {
  const lines = decodeSample(text.subarray(0, 65_536), encoding).split(/\r\n|\n|\r/);
  const telling = lines.filter((line) => /[^\x20-\x7e\t]/.test(line));
  return [...new Set([...telling, ...lines])].slice(0, 3).map((line) => line.slice(0, 120));
}

/** No letter of these encodings is more than two bytes: a piece of a file never fails in the middle. */
function decodeSample(text: Buffer, encoding: string): string {
  return encoding.startsWith("utf-16")
    ? new TextDecoder(encoding).decode(text)
    : createDecoder(encoding)(text);
}

function unreadable(detail: string): KursError {
  return new KursError("unreadable-file", detail);
}
