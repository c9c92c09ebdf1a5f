import { z } from "zod";
import { Mapping } from "./mapping.ts";

const Path = z.string().regex(/^[a-z0-9][a-z0-9./-]*\.(csv|json)$/);

/** A file to import at first start, with what its columns do not tell. */
export const FixtureImport = z.strictObject({
  file: Path,
  dataset: z.string(),
  source: z.string(),
  mapping: Mapping.optional(),
});
export type FixtureImport = z.infer<typeof FixtureImport>;

/**
 * What an empty database is filled with, `fixtures/imports.json`. Paths are relative to it; the order is that of
 * loading.
 */
export const FixtureList = z.strictObject({
  datasets: z.array(Path),
  imports: z.array(FixtureImport),
  events: Path,
});
export type FixtureList = z.infer<typeof FixtureList>;
