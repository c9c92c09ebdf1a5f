import { css } from "lit";

/** The parts of a line figure: read-out, keys for a narrow chart, cursor, plot. */
export const lineFigureStyles = css`
  :host {
    container-type: inline-size;
  }
  .reading {
    min-height: 1.5em;
    font-weight: 600;
  }
  .keys {
    display: none;
    grid-template-columns: 1fr 1fr;
    gap: var(--kurs-space-1) var(--kurs-space-3);
    margin-top: var(--kurs-space-2);
    font-size: var(--kurs-text-s);
  }
  .dot {
    display: inline-block;
    width: 0.75em;
    height: 0.75em;
    margin-right: 0.35em;
    border-radius: 50%;
    background: currentColor;
  }
  [role="slider"] {
    margin-top: var(--kurs-space-2);
    cursor: crosshair;
    touch-action: pan-y;
  }
  kurs-chart {
    --chart-height: clamp(320px, 42cqi, 480px);
  }
  .summary {
    margin-top: var(--kurs-space-3);
  }
  @container (max-width: 479px) {
    .keys {
      display: grid;
    }
    kurs-chart {
      --chart-height: clamp(220px, 68cqi, 360px);
    }
  }
`;
