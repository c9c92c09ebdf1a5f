import { css } from "lit";

/**
 * Panels side by side, as many as there is room for; the line of a panel is in its entity's colour, the others grey.
 */
export const smallMultiplesStyles = css`
  ul {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 13rem), 1fr));
    gap: var(--kurs-space-4);
  }
  li > * {
    display: flex;
    flex-direction: column;
    height: 100%;
    text-decoration: none;
    border-radius: var(--kurs-radius-control);
  }
  a:hover b {
    text-decoration: underline;
  }
  p {
    display: flex;
    flex-direction: column;
    font-size: var(--kurs-text-m);
  }
  /* Names of unlike length leave the plots in line. */
  p:first-child {
    flex: 1;
  }
  .ends {
    flex-flow: row wrap;
    justify-content: space-between;
    gap: 0 var(--kurs-space-2);
    padding-left: 40px;
    color: var(--kurs-ink-2);
    font-size: var(--kurs-text-xs);
  }
  .ends :last-child {
    margin-left: auto;
  }
  .name {
    font-weight: 600;
  }
  svg {
    display: block;
    width: 100%;
    margin-top: var(--kurs-space-1);
    overflow: visible;
  }
  text {
    fill: var(--kurs-ink-2);
    font-size: 12px;
    font-variant-numeric: tabular-nums;
  }
  line {
    stroke: var(--kurs-grid);
  }
  line.baseline {
    stroke: var(--kurs-ink);
  }
  path {
    fill: none;
    stroke-linejoin: round;
    vector-effect: non-scaling-stroke;
  }
  .other {
    stroke: var(--kurs-ink-3);
    stroke-width: 1.5;
    opacity: 0.4;
  }
  .own {
    stroke: currentColor;
    stroke-width: 2.5;
  }
  circle {
    fill: currentColor;
  }
  @media (forced-colors: active) {
    .own {
      stroke: CanvasText;
    }
    .other {
      stroke: GrayText;
    }
  }
  @media print {
    li {
      break-inside: avoid;
    }
  }
`;
