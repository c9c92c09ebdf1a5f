import { css } from "lit";
import { terms } from "../styles/term.styles.ts";

/** The page of one import: facts beside counts, tables below. */
export const importReportStyles = [
  terms,
  css`
    .beside {
      display: grid;
      gap: var(--kurs-space-4);
      align-items: start;
      grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
    }
    code,
    pre {
      overflow-wrap: anywhere;
    }
    pre {
      white-space: pre-wrap;
    }
    .counts {
      grid-template-columns: minmax(0, 1fr) max-content;
      gap: var(--kurs-space-1) var(--kurs-space-4);
    }
    .counts dd {
      padding: 0;
      text-align: right;
    }
    dd a {
      display: inline-block;
      padding: 1px 0;
    }
    .region {
      --table-height: 30rem;
    }
    summary {
      cursor: pointer;
      font-size: var(--kurs-text-2xl);
      font-weight: 600;
      padding: var(--kurs-space-1) 0;
    }
    .waiting {
      min-height: 30rem;
    }
    @container (max-width: 44rem) {
      .beside {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
];
