import { css } from "lit";

/** The head, the cards below the chart, and the waiting places of the rate page. */
export const ratePageStyles = css`
  .waiting-head {
    min-height: 11rem;
  }
  .waiting-plot {
    min-height: 48rem;
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
  .head b,
  dd b {
    font-weight: 600;
  }
  .change {
    font-size: var(--kurs-text-l);
    white-space: nowrap;
  }
  /* Its words come with the chart: their place is kept, so that nothing below it moves. */
  .moves {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--kurs-space-5);
    min-height: 1.5rem;
  }
  .note {
    padding: var(--kurs-space-2) var(--kurs-space-4);
    color: var(--kurs-warn);
    background: var(--kurs-warn-surface);
    border-radius: var(--kurs-radius-control);
    max-width: 46rem;
  }
  .below {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr));
    gap: var(--kurs-space-5);
  }
  .below > .card {
    min-width: 0;
  }
  .notes ul {
    list-style: disc;
    padding-left: var(--kurs-space-4);
  }
  .notes li {
    overflow-wrap: anywhere;
  }
  dl {
    display: grid;
    grid-template-columns: fit-content(50%) minmax(0, 1fr);
    gap: var(--kurs-space-1) var(--kurs-space-4);
  }
  dt {
    color: var(--kurs-ink-2);
  }
  kurs-series-table {
    --table-height: 32rem;
  }
  .field {
    flex-wrap: wrap;
    max-width: 100%;
  }
  .field select {
    max-width: min(18rem, 100%);
    text-overflow: ellipsis;
  }
  @container (max-width: 20rem) {
    dl {
      grid-template-columns: minmax(0, 1fr);
      gap: 0;
    }
    dd + dt {
      margin-top: var(--kurs-space-2);
    }
  }
  @container (max-width: 50rem) {
    .moves {
      min-height: 3rem;
    }
  }
  @container (max-width: 30rem) {
    .moves {
      min-height: 6rem;
    }
  }
  @media print {
    .button,
    .field,
    button {
      display: none;
    }
    .below {
      display: flex;
      flex-direction: column;
    }
  }
`;
