import { css } from "lit";

/** The parts of a line figure: read-out, names of lines, cursor, plot, list of keys. */
export const lineFigureStyles = css`
  :host {
    container-type: inline-size;
  }
  .reading {
    min-height: 1.5em;
    font-weight: 600;
  }
  .names {
    display: none;
    grid-template-columns: repeat(auto-fill, minmax(8rem, 1fr));
    gap: var(--kurs-space-1) var(--kurs-space-3);
    margin-top: var(--kurs-space-2);
    font-size: var(--kurs-text-s);
  }
  .names.many {
    display: grid;
  }
  .mark {
    margin-right: 0.2em;
  }
  [role="slider"] {
    margin-top: var(--kurs-space-2);
    cursor: crosshair;
    touch-action: pan-y;
  }
  kurs-chart {
    display: block;
    --chart-height: clamp(320px, 42cqi, 480px);
    min-height: var(--chart-height);
  }
  kurs-chart.panels-2 {
    --chart-height: clamp(400px, 60cqi, 560px);
  }
  kurs-chart.panels-3 {
    --chart-height: clamp(560px, 80cqi, 720px);
  }
  kurs-chart.panels-4 {
    --chart-height: clamp(720px, 100cqi, 900px);
  }
  .summary {
    margin-top: var(--kurs-space-3);
  }
  .popover {
    max-width: min(32rem, 92vw);
    padding: var(--kurs-space-4);
    color: var(--kurs-ink);
    background: var(--kurs-surface);
    border: 1px solid var(--kurs-rule);
    border-radius: var(--kurs-radius-card);
  }
  dl {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: var(--kurs-space-1) var(--kurs-space-4);
    margin-top: var(--kurs-space-2);
    font-size: var(--kurs-text-m);
  }
  kbd {
    font: inherit;
    padding: 0 var(--kurs-space-1);
    border: 1px solid var(--kurs-border);
    border-radius: var(--kurs-radius-control);
    white-space: nowrap;
  }
  @container (max-width: 479px) {
    /* Two lines, or the plot would jump under the finger. */
    .reading {
      min-height: 3em;
    }
    .names {
      display: grid;
    }
    kurs-chart {
      --chart-height: clamp(220px, 68cqi, 360px);
    }
    kurs-chart.panels-2 {
      --chart-height: 380px;
    }
    kurs-chart.panels-3 {
      --chart-height: 540px;
    }
    kurs-chart.panels-4 {
      --chart-height: 700px;
    }
  }
  @media print {
    :host {
      max-width: 170mm;
      break-inside: avoid;
    }
    .reading {
      display: none;
    }
  }
`;
