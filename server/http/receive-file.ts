import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import busboy from "busboy";
import type { Request } from "express";
import { isGzip } from "../csv/read-bytes.ts";
import { KursError } from "../domain/kurs-error.ts";
import { byteLimit } from "../import/byte-limit.ts";
import { inTemporaryFolder } from "../import/temporary-folder.ts";
import { unpacking } from "../import/unpack.ts";
import { readingBody } from "./reading-body.ts";

/** A file that came with a request, spooled to disk and unpacked, and the mapping that came with it, as JSON text. */
export interface ReceivedFile {
  path: string;
  name: string | null;
  mapping: string | null;
}

const tables =
  /^(text\/(csv|plain|tab-separated-values)|application\/(csv|octet-stream|gzip|x-gzip|vnd\.ms-excel))$/;

/**
 * Spools the file of a request to disk, gives it to `work`, and removes it whatever happens. `maxBytes` counts what comes
 * out of a packed file. Throws a KursError: "too-large" past it, "unsupported-media" for a type that is no table,
 * "invalid-body" for a form without a file, "unreadable-file" for what cannot be unpacked.
 */
export async function receivingFile<T>(
  req: Request,
  maxBytes: number,
  work: (file: ReceivedFile) => Promise<T>,
): Promise<T> {
  return inTemporaryFolder(async (folder) => {
    const received = await receive(req, join(folder, "file"), maxBytes);
    const workUnpacked = (path: string) => work({ ...received, path });
    return unpacking(received.path, workUnpacked, maxBytes);
  });
}

function receive(req: Request, path: string, maxBytes: number): Promise<ReceivedFile> {
  return readingBody(req, () => receiveAny(req, path, maxBytes));
}

async function receiveAny(req: Request, path: string, maxBytes: number): Promise<ReceivedFile> {
  const [head = ""] = (req.get("content-type") ?? "application/octet-stream").split(";", 1);
  const type = head.trim().toLowerCase();
  if (type === "multipart/form-data") return receiveForm(req, path, maxBytes);
  if (!tables.test(type)) {
    const detail = `Kurs takes text/csv, text/plain or application/gzip, or a form with a file; this is ${type}.`;
    throw new KursError("unsupported-media", detail);
  }
  await spool(req, path, maxBytes);
  const isSaidPacked = type.endsWith("gzip") || req.get("content-encoding") === "gzip";
  if (isSaidPacked && !(await isGzip(path))) {
    throw new KursError("unreadable-file", "The file is sent as gzip, but its bytes are not.");
  }
  return { path, name: null, mapping: null };
}

/** What is packed is counted again when it is unpacked. */
async function spool(bytes: NodeJS.ReadableStream, path: string, maxBytes: number): Promise<void> {
  await pipeline(bytes, byteLimit(maxBytes), createWriteStream(path));
}

async function receiveForm(req: Request, path: string, maxBytes: number): Promise<ReceivedFile> {
  const form = createForm(req);
  let spooled: Promise<string | null> | undefined;
  let mapping: string | null = null;
  const excess = new Set<string>();
  form.on("file", (field, bytes, { filename }: { filename?: string }) => {
    if (field === "file" && spooled) excess.add("more than one file");
    if (field !== "file" || spooled) return bytes.resume();
    spooled = spool(bytes, path, maxBytes).then(() => (filename ? printable(filename) : null));
    // The form goes on to its end; what went wrong with the file is thrown below.
    spooled.catch(() => bytes.resume());
  });
  form.on("field", (field, text, { valueTruncated }) => {
    if (valueTruncated) excess.add("over 1 MB of mapping");
    if (field === "mapping") mapping = text;
  });
  for (const limit of ["partsLimit", "fieldsLimit"] as const)
    form.on(limit, () => excess.add("too many parts"));
  await pipeline(req, form).catch(explainForm);
  if (!spooled) throw new KursError("invalid-body", "The form has no part named file.");
  const name = await spooled;
  if (excess.size === 0) return { path, name, mapping };
  throw new KursError("invalid-body", `The form has ${[...excess].join(" and ")}.`);
}

/** A name ends up in logs and on terminals, where its control characters would do something. */
function printable(name: string): string {
  return name.replace(/\p{Cc}/gu, " ");
}

function createForm(req: Request): busboy.Busboy {
  const limits = { fields: 4, fieldSize: 1_000_000, parts: 6, headerPairs: 20, fieldNameSize: 100 };
  try {
    return busboy({ headers: req.headers, limits });
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
