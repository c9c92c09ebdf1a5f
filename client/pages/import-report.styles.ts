import { css } from "lit";

/** The page of one import: facts beside counts, tables below. */
export const importReportStyles = css`
  .beside {
    display: grid;
    gap: var(--kurs-space-4);
    align-items: start;
    grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
  }
  dl {
    display: grid;
    grid-template-columns: minmax(6rem, max-content) minmax(0, 1fr);
    gap: var(--kurs-space-1) var(--kurs-space-4);
    font-size: var(--kurs-text-m);
    line-height: 1.43;
  }
  dt {
    color: var(--kurs-ink-2);
  }
  dd,
  code,
  pre {
    overflow-wrap: anywhere;
  }
  pre {
    white-space: pre-wrap;
  }
  .counts {
    grid-template-columns: minmax(0, 1fr) max-content;
  }
  .counts dd {
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
  @container (max-width: 24rem) {
    dl:not(.counts) {
      grid-template-columns: minmax(0, 1fr);
      gap: 0;
    }
    dl:not(.counts) dd {
      padding-bottom: var(--kurs-space-2);
    }
  }
`;
