import { css } from "lit";

/** Looks of the problems of a file: a table, and on a narrow screen a block for each. */
export const importProblemStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    gap: var(--kurs-space-3);
    container-type: inline-size;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--kurs-space-3);
  }
  .field {
    flex-wrap: wrap;
    max-width: 100%;
  }
  select {
    max-width: 100%;
  }
  .region {
    --table-height: 32rem;
  }
  code {
    display: inline-block;
    min-width: 6rem;
    max-width: 14rem;
    overflow-wrap: anywhere;
  }
  /* A narrow screen has no room for five columns: each problem is a block, and what is the matter its last line. */
  @container (max-width: 30rem) {
    table,
    tbody {
      display: block;
    }
    thead {
      position: absolute;
      clip-path: inset(50%);
    }
    tbody tr {
      display: flex;
      flex-wrap: wrap;
      gap: var(--kurs-space-1) var(--kurs-space-4);
      padding: var(--kurs-space-3) 0;
      border-bottom: 1px solid var(--kurs-grid);
    }
    tbody :is(th, td) {
      padding: 0;
      border: 0;
    }
    .error,
    .warning,
    .notice,
    .wrapped {
      flex: 1 0 100%;
      min-width: 0;
    }
  }
  .error {
    color: var(--kurs-error);
  }
  .warning {
    color: var(--kurs-warn);
  }
`;
