import type { Mapping } from "../contract/mapping.ts";
import { recognise } from "../csv/recognise.ts";
import type { Recognised, SenderHints } from "../csv/recognised.ts";
import type { DatasetShape } from "../domain/dataset-shape.ts";
import { KursError } from "../domain/kurs-error.ts";
import { type Pool, reading } from "../sql/database.ts";
import { selectMapping } from "../sql/mapping.ts";

/** Without a catalogue no column means anything, and to ask what each is would lead astray. */
const noDatasets =
  "This database has no datasets, so no file can be imported. Is DATA_DIR, or DATABASE_URL, the right one? A new database gets its datasets by the first start (npm start), or by kurs dataset apply.";

/** A file, and what its sender says of it; `mappingName` is that of a stored mapping. */
interface HintsByName extends SenderHints {
  path: string;
  mappingName?: string | undefined;
}

/** A file understood, and the name of the stored mapping that it took; null when none was needed. */
export interface RecognisedFile {
  recognised: Recognised;
  mappingName: string | null;
}

/**
 * Understands a file by the mapping that is sent or named; else by itself; else by the stored mapping that has the
 * name of its source. Throws what `recognise` throws, "invalid-query" for a name that no mapping has, and
 * "unknown-dataset" where there are no datasets at all.
 */
export async function recogniseFile(
  pool: Pool,
  datasets: readonly DatasetShape[],
  { path, mappingName, mapping: sent, dataset, source, set }: HintsByName,
): Promise<RecognisedFile> {
  if (datasets.length === 0) throw new KursError("unknown-dataset", noDatasets);
  const recogniseBy = (mapping: Mapping | undefined) =>
    recognise(path, { datasets, request: { mapping, dataset, source, set } });

  if (mappingName !== undefined) {
    const mapping = await findMapping(pool, mappingName);
    if (sent || !mapping) throw refuseName(mappingName, sent !== undefined);
    return { recognised: await recogniseBy(mapping), mappingName };
  }
  try {
    return { recognised: await recogniseBy(sent), mappingName: null };
  } catch (error) {
    const isAsked = error instanceof KursError && error.kind === "needs-mapping";
    if (!isAsked || sent || source === undefined) throw error;
    const mapping = await findMapping(pool, source);
    if (!mapping) throw error;
    const recognised = await recogniseBy(mapping).catch((cause: unknown) =>
      refuseStored(error, source, cause),
    );
    return { recognised, mappingName: source };
  }
}

async function findMapping(pool: Pool, name: string): Promise<Mapping | undefined> {
  const row = await reading(pool, (db) => selectMapping(db, name));
  return row?.mapping;
}

function refuseName(name: string, isTwice: boolean): KursError {
  const message = isTwice
    ? "mapping names a stored mapping, and another one came with the file; send one of them"
    : `mapping: no mapping is stored under the name ${name}`;
  return new KursError("invalid-query", message, { errors: [{ parameter: "mapping", message }] });
}

/** What the file itself lacks helps most; that a stored mapping did not help either is told beside it. */
function refuseStored(asked: KursError, source: string, cause: unknown): never {
  if (!(cause instanceof KursError) || cause.kind !== "needs-mapping") throw cause;
  const detail = `${asked.message} The stored mapping ${source} does not fit: ${cause.message}`;
  throw new KursError("needs-mapping", detail, { members: asked.members, cause });
}
