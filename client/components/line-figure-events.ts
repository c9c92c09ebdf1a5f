import type { DaySpan, FigureChoice } from "../chart/cursor-action.ts";

/** What a figure of lines tells its page, by the last part of the event's name. */
export interface FigureEvents {
  pin: { period: string | null };
  range: { span: DaySpan | null };
  choice: { choice: FigureChoice };
  focus: { id: string | null };
}

/** Fires `kurs-figure-…` on the figure. */
export function tell<Name extends keyof FigureEvents>(
  figure: HTMLElement,
  name: Name,
  detail: FigureEvents[Name],
): void {
  figure.dispatchEvent(new CustomEvent(`kurs-figure-${name}`, { detail }));
}

declare global {
  interface HTMLElementEventMap {
    "kurs-figure-pin": CustomEvent<FigureEvents["pin"]>;
    "kurs-figure-range": CustomEvent<FigureEvents["range"]>;
    "kurs-figure-choice": CustomEvent<FigureEvents["choice"]>;
    "kurs-figure-focus": CustomEvent<FigureEvents["focus"]>;
  }
}
