import { css } from "lit";

/** A table in a frame of its own that scrolls sideways; `.figure` are cells of numbers. */
export const tables = css`
  .region {
    position: relative;
    overflow: auto;
    max-height: var(--table-height, none);
  }
  table {
    border-collapse: collapse;
    width: 100%;
    font-size: var(--kurs-text-m);
    line-height: 1.43;
    font-variant-numeric: tabular-nums lining-nums;
  }
  th,
  td {
    padding: var(--kurs-space-2) var(--kurs-space-4) var(--kurs-space-2) 0;
    text-align: left;
    vertical-align: baseline;
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
    white-space: nowrap;
  }
  .figure {
    text-align: right;
    white-space: nowrap;
  }
  .kept {
    white-space: nowrap;
  }
  .wrapped {
    min-width: 14rem;
    overflow-wrap: anywhere;
  }
  td a,
  th a {
    display: inline-block;
    padding: 1px 0;
  }
`;
