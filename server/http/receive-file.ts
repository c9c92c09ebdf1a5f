import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import busboy from "busboy";
import type { Request } from "express";
import { KursError } from "../domain/kurs-error.ts";

/** A file that came with a request, spooled to disk, and the mapping that came with it, as JSON text. */
export interface ReceivedFile {
  path: string;
  name: string | null;
  mapping: string | null;
}

const tables =
  /^(text\/(csv|plain|tab-separated-values)|application\/(csv|octet-stream|gzip|x-gzip|vnd\.ms-excel))$/;

/**
 * Spools the file of a request to disk, gives it to `work`, and removes it whatever happens. Throws a KursError:
 * "too-large" past `maxBytes`, "unsupported-media" for a type that is no table, "invalid-body" for a form without a file.
 */
export async function receivingFile<T>(
  req: Request,
  maxBytes: number,
  work: (file: ReceivedFile) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "kurs-upload-"));
  try {
    const path = join(folder, "file");
    const type =
      (req.get("content-type") ?? "application/octet-stream")
        .split(";", 1)[0]
        ?.trim()
        .toLowerCase() ?? "";
    if (type === "multipart/form-data") return await work(await receiveForm(req, path, maxBytes));
    if (!tables.test(type)) {
      throw new KursError(
        "unsupported-media",
        `Kurs takes text/csv, text/plain or application/gzip, or a form with a file; this is ${type}.`,
      );
    }
    await spool(
      req,
      path,
      maxBytes,
      type.endsWith("gzip") || req.get("content-encoding") === "gzip",
    );
    return await work({ path, name: null, mapping: null });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function spool(
  bytes: NodeJS.ReadableStream,
  path: string,
  maxBytes: number,
  gzipped: boolean,
): Promise<void> {
  const steps = gzipped ? [createGunzip()] : [];
  await pipeline([bytes, ...steps, limit(maxBytes), createWriteStream(path)]).catch(explainGzip);
}

/** zlib's errors have codes that begin with Z_. */
function explainGzip(error: unknown): never {
  if (error instanceof Error && "code" in error && String(error.code).startsWith("Z_")) {
    const detail = "The file is sent as gzip, but its bytes are not, or are cut off.";
    throw new KursError("unreadable-file", detail, { cause: error });
  }
  throw error;
}

/** Counts what comes out of decompression, not what went in. */
function limit(maxBytes: number): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      const tooLarge = new KursError(
        "too-large",
        `The file is larger than ${maxBytes} bytes, the most that this server takes (IMPORT_MAX_BYTES).`,
      );
      if (bytes > maxBytes) done(tooLarge);
      else done(null, chunk);
    },
  });
}

async function receiveForm(req: Request, path: string, maxBytes: number): Promise<ReceivedFile> {
  const form = createForm(req);
  let spooled: Promise<string | null> | undefined;
  let mapping: string | null = null;
  form.on("file", (field, bytes, { filename }: { filename?: string }) => {
    if (field !== "file") return bytes.resume();
    spooled = spool(bytes, path, maxBytes, false).then(() => filename ?? null);
    // The form goes on to its end; what went wrong with the file is thrown below.
    spooled.catch(() => bytes.resume());
  });
  form.on("field", (field, text) => {
    if (field === "mapping") mapping = text;
  });
  await pipeline(req, form).catch(explainForm);
  if (!spooled) throw new KursError("invalid-body", "The form has no part named file.");
  return { path, name: await spooled, mapping };
}

function createForm(req: Request): busboy.Busboy {
  try {
    return busboy({ headers: req.headers, limits: { fields: 4, fieldSize: 1_000_000, parts: 6 } });
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
