import { css } from "lit";

/**
 * The colour of a slot (`chart/entity-slot.ts`) as text colour, for what is drawn in `currentColor`; slot 0 is what has
 * none.
 */
export const slotColors = css`
  .slot-0 {
    color: var(--kurs-ink-2);
  }
  .slot-1 {
    color: var(--kurs-series-1);
  }
  .slot-2 {
    color: var(--kurs-series-2);
  }
  .slot-3 {
    color: var(--kurs-series-3);
  }
  .slot-4 {
    color: var(--kurs-series-4);
  }
  .slot-5 {
    color: var(--kurs-series-5);
  }
  .slot-6 {
    color: var(--kurs-series-6);
  }
  .slot-7 {
    color: var(--kurs-series-7);
  }
  .slot-8 {
    color: var(--kurs-series-8);
  }
  @media (forced-colors: active) {
    [class*="slot-"] {
      color: CanvasText;
    }
  }
`;
