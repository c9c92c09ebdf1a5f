import { css } from "lit";

/** The list of events and the fields that it is filtered with. */
export const eventsPageStyles = css`
  .filters label {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--kurs-space-2);
    font-size: var(--kurs-text-m);
    color: var(--kurs-ink-2);
  }
  input {
    min-height: 2.125rem;
    max-width: 100%;
    padding: 0 var(--kurs-space-2);
    font: inherit;
    color: var(--kurs-ink);
    background: var(--kurs-surface);
    border: 1px solid var(--kurs-rule);
    border-radius: var(--kurs-radius-control);
  }
  .events {
    display: flex;
    flex-direction: column;
    gap: var(--kurs-space-5);
    max-width: 46rem;
  }
  .events li {
    display: flex;
    flex-direction: column;
    gap: var(--kurs-space-1);
    border-left: 3px solid var(--kurs-border);
    padding-left: var(--kurs-space-4);
    scroll-margin-top: var(--kurs-space-5);
  }
  .events li.linked {
    border-left-color: var(--kurs-focus);
  }
  .events li:focus {
    outline: none;
  }
  h2 a {
    display: inline-block;
    text-decoration: none;
  }
  h2 a:hover {
    text-decoration: underline;
  }
  .written:empty {
    display: none;
  }
  .waiting {
    min-height: 24rem;
  }
  @media (max-width: 599px) {
    .filters label,
    .filters select,
    input {
      min-height: 2.75rem;
    }
  }
`;
