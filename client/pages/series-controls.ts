import { rangeFor, rangesFor } from "./comparison-plan.ts";
import { type RangeActions, rangeControl } from "./range-control.ts";
import type { SeriesReading } from "./read-series.ts";
import type { Reader } from "./reader.ts";
import { seriesSpan } from "./series-figure.ts";
import type { View } from "./view.ts";

/** The ranges in which a series of its frequency can show more than a point, and two dates. */
export function seriesControls(
  reading: SeriesReading,
  view: View,
  reader: Reader,
  actions: RangeActions,
) {
  const { frequency } = reading.series;
  return rangeControl(
    {
      offered: rangesFor(frequency),
      range: rangeFor(frequency, view),
      span: seriesSpan(reading, view),
      frozen: view.from !== null || view.to !== null,
    },
    reader,
    actions,
  );
}
