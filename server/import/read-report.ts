import { readJson } from "../domain/exact-json.ts";
import type { ImportRow } from "../sql/select-imports.ts";
import type { Report } from "./import-file.ts";

/** An import's report as it was answered, its numbers digit for digit, and what has become of the import since. */
export function readReport({ report, undoneBy }: ImportRow): Report {
  return { ...(readJson(report) as Report), undoneBy };
}
