import type { AlignedRow } from "../domain/align-observations.ts";
import type { StreamedRow } from "../sql/stream-observations.ts";

/**
 * Batches of observations that come by period and then by series, as rows of the table whose columns have these series.
 * A row waits until the next period begins.
 */
export async function* streamRows(
  batches: AsyncGenerator<StreamedRow[]>,
  seriesIds: readonly number[],
): AsyncGenerator<AlignedRow<StreamedRow>[]> {
  const places = new Map(seriesIds.map((id, at) => [id, at]));
  let open = null as AlignedRow<StreamedRow> | null;
  for await (const batch of batches) {
    const done: AlignedRow<StreamedRow>[] = [];
    for (const cell of batch) {
      const { period, seriesId } = cell;
      if (open?.period !== period) {
        if (open) done.push(open);
        open = { period, cells: seriesIds.map(() => null) };
      }
      open.cells[places.get(seriesId) ?? -1] = cell;
    }
    yield done;
  }
  if (open) yield [open];
}
