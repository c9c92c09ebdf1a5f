import { css } from "lit";

/** Lists of terms, of imports and of gaps, and the two columns that they stand in where there is room. */
export const seriesPageStyles = css`
  dl {
    display: grid;
    grid-template-columns: fit-content(45%) minmax(0, 1fr);
    gap: var(--kurs-space-1) var(--kurs-space-4);
    font-size: var(--kurs-text-m);
    line-height: 1.43;
  }
  dt {
    color: var(--kurs-ink-2);
  }
  dd,
  code,
  h1,
  .name {
    overflow-wrap: anywhere;
  }
  .beside {
    display: grid;
    gap: var(--kurs-space-4);
    align-items: start;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr));
  }
  .lines {
    display: flex;
    flex-direction: column;
    gap: var(--kurs-space-2);
  }
  .lines li {
    display: flex;
    flex-direction: column;
  }
  .date {
    display: inline-flex;
    align-items: center;
    gap: var(--kurs-space-2);
    font-size: var(--kurs-text-m);
    color: var(--kurs-ink-2);
  }
  input[type="date"] {
    min-height: 2.125rem;
    padding: 0 var(--kurs-space-2);
    font: inherit;
    color: var(--kurs-ink);
    background: var(--kurs-surface);
    border: 1px solid var(--kurs-rule);
    border-radius: var(--kurs-radius-control);
  }
  kurs-series-table {
    --table-height: 26rem;
  }
  .waiting {
    min-height: 30rem;
  }
  @media (max-width: 599px) {
    dl {
      grid-template-columns: 1fr;
      gap: 0;
    }
    dd {
      padding-bottom: var(--kurs-space-2);
    }
    input[type="date"] {
      min-height: 2.75rem;
    }
  }
`;
