import { describeSeries } from "../domain/catalogue.ts";
import type { Writer } from "../sql/database.ts";
import { selectSeriesCodes, updateSeriesTitles } from "../sql/upsert-dataset.ts";
import { loadCatalogue } from "./load-catalogue.ts";

/**
 * Writes the titles and kinds of a dataset's series, or of those of one source, as definition and names now make them,
 * and with them what a search finds them by.
 */
export async function retitleSeries(
  db: Writer,
  code: string,
  source: string | null,
): Promise<void> {
  const dataset = (await loadCatalogue(db)).find(({ definition }) => definition.code === code);
  if (!dataset) return;
  const titles = (await selectSeriesCodes(db, code, source)).map(({ seriesId, codes }) => {
    const { title, kind } = describeSeries(dataset, codes);
    return { series_id: seriesId, title, kind };
  });
  await updateSeriesTitles(db, titles);
}
