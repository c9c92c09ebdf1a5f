import { css } from "lit";

/** An endpoint and its table of parameters, which is a list where there is no room. */
export const endpointStyles = css`
  details {
    border-bottom: 1px solid var(--kurs-border);
  }
  summary {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 var(--kurs-space-3);
    padding: var(--kurs-space-2) 0;
    min-height: 2.75rem;
    cursor: pointer;
  }
  summary::before {
    content: "▸";
    color: var(--kurs-ink-2);
  }
  details[open] > summary::before {
    content: "▾";
  }
  .method {
    min-width: 3.5rem;
    font-weight: 600;
    font-size: var(--kurs-text-s);
  }
  .path {
    overflow-wrap: anywhere;
    min-width: 0;
  }
  .summary {
    flex: 1 1 20rem;
  }
  .body {
    display: flex;
    flex-direction: column;
    gap: var(--kurs-space-2);
    padding: 0 0 var(--kurs-space-4) var(--kurs-space-4);
    overflow-wrap: anywhere;
  }
  .scroll {
    overflow-x: auto;
  }
  table {
    border-collapse: collapse;
    width: 100%;
    min-width: 34rem;
    overflow-wrap: normal;
    font-size: var(--kurs-text-m);
    line-height: 1.43;
  }
  th,
  td {
    text-align: left;
    vertical-align: top;
    padding: var(--kurs-space-1) var(--kurs-space-3) var(--kurs-space-1) 0;
    border-bottom: 1px solid var(--kurs-grid);
  }
  thead th {
    color: var(--kurs-ink-2);
    font-weight: 400;
  }
  td {
    overflow-wrap: anywhere;
  }
  tbody th {
    font-weight: 600;
    white-space: nowrap;
  }
  td:nth-child(2) {
    width: 26%;
  }
  td:last-child {
    width: 44%;
  }
  /* A narrow table is a list: its roles stay those of a table. */
  @container (max-width: 40rem) {
    table {
      min-width: 0;
    }
    table,
    tbody,
    tr,
    tbody th,
    td {
      display: block;
    }
    thead {
      position: absolute;
      clip-path: inset(50%);
    }
    tr {
      padding: var(--kurs-space-2) 0;
      border-bottom: 1px solid var(--kurs-grid);
    }
    tbody th,
    td,
    td:nth-child(2),
    td:last-child {
      width: auto;
      padding: 0;
      border: 0;
    }
    .none {
      display: none;
    }
    .default::before {
      content: attr(data-label) ": ";
      color: var(--kurs-ink-2);
    }
  }
`;
