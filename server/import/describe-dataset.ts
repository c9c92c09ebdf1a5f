import type { DatasetSummary } from "../contract/dataset.ts";
import type { Language } from "../contract/language.ts";
import { titleIn } from "../contract/titles.ts";
import { formatPeriod } from "../contract/period.ts";
import type { DatasetRow } from "../sql/select-datasets.ts";

/** A dataset as the list of the API tells of it, its titles in the language asked for. */
export function describeDataset(row: DatasetRow, language: Language): DatasetSummary {
  return {
    code: row.code,
    title: titleIn(row.title, language),
    description: titleIn(row.description, language),
    dimensions: row.dimensions.map(({ code, title }) => ({
      code,
      title: titleIn(title, language),
    })),
    seriesCount: row.seriesCount,
    firstPeriod: row.first && formatPeriod(row.first.start, row.first.frequency),
    lastPeriod: row.last && formatPeriod(row.last.start, row.last.frequency),
  };
}
