import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { Request } from "express";
import { isGzip } from "../csv/read-bytes.ts";
import { KursError } from "../domain/kurs-error.ts";
import { byteLimit } from "../import/byte-limit.ts";
import { inTemporaryFolder } from "../import/temporary-folder.ts";
import { unpacking } from "../import/unpack.ts";
import { readingBody } from "./reading-body.ts";
import { receiveForm } from "./receive-form.ts";

/** A file that came with a request, spooled to disk and unpacked, and the mapping that came with it, as JSON text. */
export interface ReceivedFile {
  path: string;
  name: string | null;
  mapping: string | null;
}

const tables =
  /^(text\/(csv|plain|tab-separated-values)|application\/(csv|octet-stream|gzip|x-gzip|vnd\.ms-excel))$/;

/** How a body may be packed on its way. */
const codings = /^(identity|(x-)?gzip)?$/;

/**
 * Spools the file of a request to disk, gives it to `work`, and removes it whatever happens. `maxBytes` counts what comes
 * out of a packed file. Throws a KursError: "too-large" past it, "unsupported-media" for a type that is no table and for
 * packing other than gzip, "invalid-body" for a form that `receiveForm` refuses, "unreadable-file" for what cannot be
 * unpacked.
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
  const coding = (req.get("content-encoding") ?? "identity").trim().toLowerCase();
  if (!codings.test(coding)) {
    const detail = `Kurs takes files as they are or packed with gzip; this one is sent as ${coding}.`;
    throw new KursError("unsupported-media", detail);
  }
  if (type === "multipart/form-data")
    return { path, ...(await receiveForm(req, (bytes) => spool(bytes, path, maxBytes))) };
  if (!tables.test(type)) {
    const detail = `Kurs takes text/csv, text/plain or application/gzip, or a form with a file; this is ${type}.`;
    throw new KursError("unsupported-media", detail);
  }
  await spool(req, path, maxBytes);
  const isSaidPacked = type.endsWith("gzip") || coding.endsWith("gzip");
  if (isSaidPacked && !(await isGzip(path))) {
    throw new KursError("unreadable-file", "The file is sent as gzip, but its bytes are not.");
  }
  return { path, name: null, mapping: null };
}

/** What is packed is counted again when it is unpacked. */
async function spool(bytes: NodeJS.ReadableStream, path: string, maxBytes: number): Promise<void> {
  await pipeline(bytes, byteLimit(maxBytes), createWriteStream(path));
}
