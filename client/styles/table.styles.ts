import { css } from "lit";
import { framedTable } from "./framed-table.styles.ts";

/** A table in a frame of its own that scrolls sideways; `.figure` are cells of numbers. */
export const tables = [
  framedTable,
  css`
    table {
      width: 100%;
    }
    th,
    td {
      text-align: left;
      vertical-align: baseline;
    }
    thead th {
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
  `,
];
