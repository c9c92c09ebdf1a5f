import type { Language } from "../contract/language.ts";
import { titleIn } from "../contract/titles.ts";
import type { Source } from "../contract/source.ts";
import type { SourceRow } from "../sql/select-sources.ts";

/** A source as the API tells of it, its name in the language asked for. */
export function describeSource(
  { importId, importedAt, name, ...row }: SourceRow,
  language: Language,
): Source {
  return {
    ...row,
    name: titleIn(name, language),
    lastImport: importId !== null && importedAt !== null ? { id: importId, at: importedAt } : null,
  };
}
