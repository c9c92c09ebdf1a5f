import { css } from "lit";

/** Rows of a dot plot, and its scale above them. */
export const dotListStyles = css`
  :host {
    container-type: inline-size;
  }
  .row {
    display: grid;
    grid-template-columns: minmax(8rem, 14rem) 1fr;
    gap: 0 var(--kurs-space-3);
    align-items: center;
    line-height: 1.25;
  }
  .track {
    /* Room for the longest value; it stands outside the box that is the scale. */
    padding-right: 5.5rem;
  }
  svg {
    display: block;
    overflow: visible;
  }
  text {
    fill: var(--kurs-ink);
    dominant-baseline: central;
    font-size: var(--kurs-text-s);
  }
  .axis text {
    fill: var(--kurs-ink-2);
    font-size: var(--kurs-text-xs);
    text-anchor: middle;
  }
  .words {
    fill: var(--kurs-ink-2);
    font-style: italic;
  }
  circle {
    fill: currentColor;
    stroke: currentColor;
    stroke-width: 2;
  }
  circle.hollow {
    fill: var(--kurs-surface);
  }
  .interval {
    stroke: currentColor;
    stroke-width: 2;
    opacity: 0.55;
  }
  .tick {
    stroke: currentColor;
    stroke-width: 2;
  }
  .grid {
    stroke: var(--kurs-grid);
  }
  .zero {
    stroke: var(--kurs-ink);
  }
  .average {
    font-weight: 600;
  }
  .average circle,
  .average .interval {
    color: var(--kurs-ink);
  }
  .reference circle,
  .reference .interval {
    color: var(--kurs-ink-3);
  }
  @container (max-width: 479px) {
    .row {
      grid-template-columns: 1fr;
    }
    li {
      min-height: 44px;
      padding-bottom: var(--kurs-space-2);
    }
  }
  @media (forced-colors: active) {
    text {
      fill: CanvasText;
    }
    circle,
    line {
      color: CanvasText;
      stroke: CanvasText;
    }
    .grid {
      stroke: GrayText;
    }
  }
`;
