import type { Observations } from "../../server/contract/observation.ts";
import type { ListedEvent } from "../components/kurs-event-list.ts";
import type { FigureLine } from "../components/line-picture.ts";
import { chooseNominal } from "../format/rate.ts";
import { rateLines } from "./rate-figure.ts";
import type { ShownRates } from "./rate-words.ts";
import { type RateReading, turned } from "./read-rate.ts";
import { shownEvents } from "./read-events.ts";
import type { View } from "./view.ts";

/** An answer as it is drawn. */
export interface DrawnRates {
  shown: ShownRates;
  lines: readonly FigureLine[];
  /** Those that the view lets be seen; undefined until they came. */
  events: readonly ListedEvent[] | undefined;
}

/** Makes lists for a figure, and gives the same ones while nothing in them changes: new ones would take the cursor back to the end. */
export class RateDrawing {
  #answer: Observations | undefined;
  #lines: readonly FigureLine[] = [];
  #listed: readonly ListedEvent[] | undefined;
  #ev = "";
  #events: readonly ListedEvent[] | undefined;

  /** What is drawn of an answer to the question of `view`, with the events that are known by now. */
  of(
    answer: Observations,
    reading: RateReading,
    view: View,
    listed: readonly ListedEvent[] | undefined,
  ): DrawnRates {
    const pair = turned(reading.pair, view);
    const shown = { answer, pair, nominal: nominalOf(answer, view), as: view.as ?? "level" };
    if (this.#answer !== answer) this.#lines = rateLines(shown, reading);
    if (this.#listed !== listed || this.#ev !== view.ev)
      this.#events = listed && shownEvents(view, listed);
    [this.#answer, this.#listed, this.#ev] = [answer, listed, view.ev];
    return { shown, lines: this.#lines, events: this.#events };
  }
}

/** Of an index or of per cent there is no nominal. */
function nominalOf({ observations }: Observations, { nom, as }: View): number {
  if (as !== null && as !== "level") return 1;
  const largest = observations.reduce((most, { value }) => Math.max(most, value ?? 0), 0);
  return nom === "auto" ? chooseNominal(largest || 1) : Number(nom);
}
