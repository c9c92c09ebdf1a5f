import { css } from "lit";
import { fields } from "../styles/controls.styles.ts";
import { terms } from "../styles/term.styles.ts";

/** Lists of imports and of gaps, and the two columns that they stand in where there is room. */
export const seriesPageStyles = [
  fields,
  terms,
  css`
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
    kurs-series-table {
      --table-height: 26rem;
    }
    .waiting {
      min-height: 30rem;
    }
  `,
];
