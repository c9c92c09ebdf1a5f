import { css } from "lit";

/** The plot of a chart, and the cursor over it. */
export const chartStyles = css`
  .plot {
    position: relative;
    height: var(--chart-height, clamp(220px, 42cqi, 480px));
    touch-action: pan-y;
  }
  canvas {
    position: absolute;
    inset: 0;
  }
  .rule,
  .dot {
    position: absolute;
    left: 0;
    top: 0;
    pointer-events: none;
  }
  .rule {
    border-left: 1px solid var(--kurs-rule);
  }
  .dot {
    width: 10px;
    height: 10px;
    margin: -5px 0 0 -5px;
    border-radius: 50%;
    background: var(--kurs-surface);
    border: 2px solid var(--kurs-ink);
  }
  @media print {
    :host {
      max-width: 170mm;
      break-inside: avoid;
    }
    canvas {
      max-width: 100%;
    }
    .rule,
    .dot {
      display: none;
    }
  }
`;
