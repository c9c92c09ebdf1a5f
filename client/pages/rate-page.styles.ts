import { css } from "lit";

/** The head and the waiting places of the rate page. */
export const ratePageStyles = css`
  .waiting-head {
    min-height: 48rem;
  }
  .waiting-plot {
    min-height: 30rem;
  }
  .head {
    display: flex;
    flex-direction: column;
    gap: var(--kurs-space-1);
  }
  .big {
    font-size: clamp(1.25rem, 5cqi, 2rem);
    line-height: 1.2;
  }
  .head b {
    font-weight: 600;
  }
  .change {
    font-size: var(--kurs-text-l);
    white-space: nowrap;
  }
  .note {
    padding: var(--kurs-space-2) var(--kurs-space-4);
    color: var(--kurs-warn);
    background: var(--kurs-warn-surface);
    border-radius: var(--kurs-radius-control);
    max-width: 46rem;
  }
  .spread {
    justify-content: space-between;
  }
  dl {
    display: grid;
    grid-template-columns: max-content 1fr;
    gap: var(--kurs-space-1) var(--kurs-space-4);
  }
  dt {
    color: var(--kurs-ink-2);
  }
  kurs-series-table {
    --table-height: 32rem;
  }
  @media print {
    .button {
      display: none;
    }
  }
`;
