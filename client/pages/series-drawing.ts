import type { Observations } from "../../server/contract/observation.ts";
import type { FigureLine } from "../components/line-picture.ts";
import type { SeriesReading } from "./read-series.ts";
import type { Reader } from "./reader.ts";
import { seriesLine, seriesSpan, withinSpan } from "./series-figure.ts";
import type { View } from "./view.ts";

/** What is drawn of a series: the part of its answer that is on show. */
interface DrawnSeries {
  shown: Observations;
  line: FigureLine;
}

/** Makes the line of a figure, and gives the same one while nothing in it changes: a new one would take the cursor back to the end. */
export class SeriesDrawing {
  #answer: Observations | null = null;
  #key = "";
  #drawn: DrawnSeries | null = null;

  /** What the view shows of an answer. */
  of(
    reading: SeriesReading,
    answer: Observations,
    reader: Reader & { readonly route: { readonly view: View; readonly language: string } },
  ): DrawnSeries {
    const { view, language } = reader.route;
    const { start, end } = seriesSpan(reading, view);
    const key = `${start}/${end}/${language}`;
    if (this.#drawn && this.#key === key && this.#answer === answer) return this.#drawn;
    const shown = withinSpan(answer, { start, end });
    [this.#answer, this.#key] = [answer, key];
    return (this.#drawn = { shown, line: seriesLine(reading, shown, reader) });
  }
}
