import { css } from "lit";

/** What only the import page has. */
export const importPageStyles = css`
  .facts {
    display: grid;
    grid-template-columns: minmax(7rem, max-content) minmax(0, 1fr);
    gap: var(--kurs-space-1) var(--kurs-space-4);
    font-size: var(--kurs-text-m);
    line-height: 1.43;
  }
  .facts dt,
  .counts dt {
    color: var(--kurs-ink-2);
  }
  .facts dd {
    overflow-wrap: anywhere;
  }
  .counts {
    display: grid;
    gap: var(--kurs-space-3);
    grid-template-columns: repeat(auto-fill, minmax(8rem, 1fr));
  }
  .counts dt {
    font-size: var(--kurs-text-m);
  }
  .counts dd {
    font-size: var(--kurs-text-2xl);
    font-weight: 600;
  }
  .region {
    --table-height: 28rem;
  }
  tbody th,
  tbody td {
    white-space: nowrap;
  }
  h2:focus {
    outline: none;
  }
  .links {
    display: flex;
    flex-wrap: wrap;
    gap: var(--kurs-space-2) var(--kurs-space-5);
  }
  .links a {
    display: inline-block;
    min-height: 1.5rem;
    overflow-wrap: anywhere;
  }
  @container (max-width: 30rem) {
    .facts {
      grid-template-columns: minmax(0, 1fr);
    }
    .facts dd {
      margin-bottom: var(--kurs-space-2);
    }
  }
`;
