import { pipeline } from "node:stream/promises";
import { Router } from "express";
import { z } from "zod";
import { endpoints } from "../contract/endpoints.ts";
import type { ImportReport, Imports } from "../contract/import-report.ts";
import { KursError } from "../domain/kurs-error.ts";
import { keptBytes } from "../import/kept-file.ts";
import { readReport } from "../import/read-report.ts";
import { type Pool, type Reader, reading } from "../sql/database.ts";
import { type ImportRow, selectImport, selectImports } from "../sql/select-imports.ts";
import { readCursor, writeCursor } from "./cursor.ts";
import { importWrites, type ImportWriteParts } from "./import-writes.ts";
import { parse } from "./parse.ts";
import { readImportId } from "./read-import-id.ts";
import { route } from "./route.ts";
import { sendJson } from "./send-json.ts";

const pageSize = 20;

/** What imports over HTTP need. */
interface ImportParts extends ImportWriteParts {
  /** Reads each piece of a file by a statement of its own. */
  readers: Pool;
}

/** Imports: list, look, bring in, take back. */
export function importRoutes(parts: ImportParts): Router {
  const { readers } = parts;
  return Router()
    .get(route(endpoints.imports.path), async (req, res) => {
      const { limit = pageSize, cursor } = parse(endpoints.imports.query, req.query);
      const [before] = readCursor(cursor, z.tuple([z.int()])) ?? [];
      const rows = await reading(readers, (db) => selectImports(db, before ?? null, limit + 1));
      const page = rows.slice(0, limit);
      const last = rows.length > limit ? page.at(-1) : undefined;
      sendJson<Imports>(res, {
        imports: page.map(readReport),
        next: last ? writeCursor([last.id]) : null,
      });
    })
    .get(route(endpoints.import.path), async (req, res) => {
      parse(endpoints.import.query, req.query);
      const row = await reading(readers, (db) => selectImport(db, readImportId(req.params.id)));
      if (!row) throw new KursError("not-found", `There is no import ${req.params.id}.`);
      sendJson<ImportReport>(res, readReport(row));
    })
    .get(route(endpoints.importFile.path), async (req, res) => {
      parse(endpoints.importFile.query, req.query);
      const id = readImportId(req.params.id);
      const row = await selectImport(readers, id);
      // Not in one transaction: a slow reader would keep a connection from others.
      const bytes = wholeFile(readers, id);
      const first = await bytes.next();
      if (!row || first.done) throw noFile(id, row);
      const name = readReport(row).file?.name ?? `import-${id}.csv`;
      // Never shown in place: a file may hold anything.
      res.attachment(name).type("application/octet-stream");
      await pipeline(prepend(first.value, bytes), res);
    })
    .use(importWrites(parts));
}

/** The bytes of a file to its end. Throws "not-found" when they are released in the middle: what ended there would look like the whole. */
async function* wholeFile(db: Reader, id: number): AsyncGenerator<Buffer> {
  yield* keptBytes(db, id);
  const row = await selectImport(db, id);
  if (row?.releasedAt) throw noFile(id, row);
}

/** Says why there is no file: it was released, or there never was one. */
function noFile(id: number, row: ImportRow | undefined): KursError {
  const day = row?.releasedAt?.slice(0, 10);
  const released = `The file of import ${id} was released on ${day}: its bytes are no longer kept, its values, hash and report are.`;
  return new KursError("not-found", day === undefined ? `Import ${id} has no file.` : released);
}

async function* prepend(first: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  yield* rest;
}
