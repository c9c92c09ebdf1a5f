import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import busboy from "busboy";
import type { Request } from "express";
import { KursError } from "../domain/kurs-error.ts";

/** What a form says besides the bytes of its file. */
interface Form {
  /** The file's name, where it has one. */
  name: string | null;
  /** JSON, as it was sent. */
  mapping: string | null;
}

const mostMappingBytes = 1_000_000;
const overMapping = "over 1 MB of mapping";

/**
 * Reads a form of one `file`, whose bytes go to `spool`, and perhaps one `mapping`, as a text or as a file. Throws what
 * `spool` throws, and "invalid-body" for a form that is cut off, without a file, or with anything else in it.
 */
export async function receiveForm(
  req: Request,
  spool: (bytes: Readable) => Promise<void>,
): Promise<Form> {
  const parts = new FormParts(spool);
  const form = createForm(req);
  form.on("file", (part, bytes, { filename }: { filename?: string }) => {
    parts.takeFile(part, bytes, filename);
  });
  form.on("field", (part, text, { valueTruncated }) => {
    parts.takeText(part, text, valueTruncated);
  });
  for (const limit of ["partsLimit", "fieldsLimit"] as const)
    form.on(limit, () => parts.refuse("too many parts"));
  await pipeline(req, form).catch(explainForm);
  return parts.all();
}

/** The parts of a form as they come. What is not wanted is refused at the end: who passes over `dryRun` stores a file. */
class FormParts {
  readonly #spool: (bytes: Readable) => Promise<void>;
  readonly #excess = new Set<string>();
  #name: Promise<string | null> | undefined;
  #mapping: Promise<string> | undefined;

  constructor(spool: (bytes: Readable) => Promise<void>) {
    this.#spool = spool;
  }

  refuse(what: string): void {
    this.#excess.add(what);
  }

  takeFile(part: string | undefined, bytes: Readable, filename: string | undefined): void {
    // A part that is cut off fails, and would end the process where nobody listens.
    bytes.on("error", () => undefined);
    if (!this.#wants(part)) return void bytes.resume();
    if (part === "mapping") this.#mapping = inTheEnd(bytes, this.#collect(bytes));
    else
      this.#name = inTheEnd(
        bytes,
        this.#spool(bytes).then(() => (filename ? printable(filename) : null)),
      );
  }

  takeText(part: string | undefined, text: string, isCut: boolean): void {
    if (part === "file") this.refuse("a file without a filename");
    else if (this.#wants(part)) this.#mapping = Promise.resolve(text);
    if (isCut) this.refuse(overMapping);
  }

  async all(): Promise<Form> {
    const [name, mapping] = await Promise.all([this.#name, this.#mapping]);
    if (this.#excess.size > 0) throw refusal(`has ${[...this.#excess].join(" and ")}`);
    if (name === undefined) throw refusal("has no part named file");
    return { name, mapping: mapping ?? null };
  }

  #wants(part: string | undefined): boolean {
    if (part === undefined) this.refuse("a part without a name");
    else if (part !== "file" && part !== "mapping") this.refuse(`a part ${printable(part)}`);
    else if (part === "file" ? this.#name : this.#mapping) this.refuse(`more than one ${part}`);
    else return true;
    return false;
  }

  async #collect(bytes: AsyncIterable<Buffer>): Promise<string> {
    const pieces: Buffer[] = [];
    let length = 0;
    for await (const piece of bytes) {
      length += piece.length;
      if (length <= mostMappingBytes) pieces.push(piece);
    }
    if (length > mostMappingBytes) this.refuse(overMapping);
    return new TextDecoder().decode(Buffer.concat(pieces));
  }
}

/** The form goes on to its end; what went wrong with a part is thrown there. */
function inTheEnd<T>(bytes: Readable, read: Promise<T>): Promise<T> {
  read.catch(() => bytes.resume());
  return read;
}

function refusal(what: string): KursError {
  const detail = `The form ${what}; it takes one file and one mapping, and all else as parameters of the address.`;
  return new KursError("invalid-body", detail);
}

/** A name ends up in logs and on terminals, where its control characters would do something. */
function printable(name: string): string {
  return name.replace(/\p{Cc}/gu, " ");
}

function createForm(req: Request): busboy.Busboy {
  const limits = {
    ...{ fields: 4, fieldSize: mostMappingBytes, fieldNameSize: 100 },
    ...{ parts: 6, headerPairs: 20 },
  };
  try {
    // Browsers and curl write names as UTF-8.
    return busboy({ headers: req.headers, limits, defParamCharset: "utf8" });
  } catch (error) {
    return explainForm(error);
  }
}

/** busboy's errors have no code, only these words. */
function explainForm(error: unknown): never {
  if (
    error instanceof Error &&
    /^(Multipart: |Malformed |Unexpected end of form)/.test(error.message)
  ) {
    throw new KursError("invalid-body", "The form cannot be read: it is cut off or malformed.", {
      cause: error,
    });
  }
  throw error;
}
