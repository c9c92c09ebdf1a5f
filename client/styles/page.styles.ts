import { css } from "lit";

/** What every page is laid out with: stacks, rows and cards, and what of it comes on paper. */
export const pageStyles = css`
  :host {
    container-type: inline-size;
  }
  .stack {
    display: flex;
    flex-direction: column;
    gap: var(--kurs-space-5);
  }
  .close {
    gap: var(--kurs-space-2);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--kurs-space-3) var(--kurs-space-4);
  }
  .card.stack {
    gap: var(--kurs-space-4);
  }
  .card {
    container-type: inline-size;
  }
  @media screen {
    .on-paper {
      display: none;
    }
  }
  @media print {
    .card {
      padding: 0;
      border: 0;
    }
    div.row,
    .on-screen {
      display: none;
    }
    h2 {
      break-after: avoid;
    }
  }
`;
