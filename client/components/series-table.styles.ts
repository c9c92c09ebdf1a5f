import { css } from "lit";
import { framedTable } from "../styles/framed-table.styles.ts";

/**
 * A table of numbers in a region that scrolls, its heads and its caption staying in sight; on paper its newest rows.
 */
export const seriesTableStyles = [
  framedTable,
  css`
    .region {
      container-type: inline-size;
    }
    table {
      min-width: min(100%, 24rem);
    }
    caption {
      text-align: left;
      color: var(--kurs-ink-2);
      padding-bottom: var(--kurs-space-2);
    }
    /* Of a table that scrolls it is read without scrolling. */
    caption span {
      display: block;
      position: sticky;
      left: 0;
      width: fit-content;
      max-width: 100cqi;
    }
    th,
    td {
      text-align: right;
      white-space: nowrap;
    }
    th:first-child {
      position: sticky;
      left: 0;
      background: var(--kurs-surface);
      text-align: left;
    }
    tbody th {
      /* A date stays on its line, a long name does not. */
      min-width: 7.75rem;
      white-space: normal;
    }
    thead th:first-child {
      z-index: 1;
    }
    td + td {
      padding-left: var(--kurs-space-4);
    }
    .cut {
      display: none;
    }
    @media print {
      .region {
        overflow: visible;
        max-height: none;
      }
      thead th,
      th:first-child {
        position: static;
      }
      thead th {
        vertical-align: bottom;
        white-space: normal;
      }
      /* The file has the rest, and the note below says so. */
      tbody tr:nth-child(n + 61) {
        display: none;
      }
      tr {
        break-inside: avoid;
      }
      th,
      td {
        padding-block: 2px;
      }
      .cut {
        display: block;
      }
      button.link {
        text-decoration: none;
      }
    }
    .strong > * {
      font-weight: 600;
    }
  `,
];
