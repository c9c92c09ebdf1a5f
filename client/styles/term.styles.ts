import { css } from "lit";

/** A list of terms, each beside what it means, and above it where there is little room. */
export const terms = css`
  dl {
    display: grid;
    grid-template-columns: fit-content(45%) minmax(0, 1fr);
    gap: var(--kurs-space-1) var(--kurs-space-4);
    font-size: var(--kurs-text-m);
    line-height: 1.43;
  }
  dt {
    color: var(--kurs-ink-2);
  }
  dd {
    overflow-wrap: anywhere;
  }
  @media (max-width: 599px) {
    dl {
      grid-template-columns: 1fr;
      gap: 0;
    }
    dd {
      padding-bottom: var(--kurs-space-2);
    }
  }
`;
