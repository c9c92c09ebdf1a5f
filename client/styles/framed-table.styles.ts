import { css } from "lit";

/** What every table in a frame has: a region that scrolls, a head that stays in sight, figures under one another. */
export const framedTable = css`
  .region {
    /* What is there for screen readers only stays within what scrolls. */
    position: relative;
    overflow: auto;
    max-height: var(--table-height, none);
  }
  table {
    border-collapse: collapse;
    font-size: var(--kurs-text-m);
    line-height: 1.43;
    font-variant-numeric: tabular-nums lining-nums;
  }
  th,
  td {
    padding: var(--kurs-space-2) var(--kurs-space-4) var(--kurs-space-2) 0;
    border-bottom: 1px solid var(--kurs-grid);
    font-weight: 400;
  }
  thead th {
    position: sticky;
    top: 0;
    background: var(--kurs-surface);
    border-bottom: 1px solid var(--kurs-rule);
    color: var(--kurs-ink-2);
    font-weight: 600;
  }
`;
