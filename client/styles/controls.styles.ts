import { css } from "lit";

/** Buttons and selects. On a small screen they are 44 px high. */
export const controls = css`
  button,
  select,
  .button {
    font: inherit;
    font-size: var(--kurs-text-m);
    line-height: 1.43;
    color: var(--kurs-ink);
    background: var(--kurs-surface);
    border: 1px solid var(--kurs-rule);
    border-radius: var(--kurs-radius-control);
    padding: var(--kurs-space-1) var(--kurs-space-3);
    min-height: 2.125rem;
    cursor: pointer;
  }
  .button {
    display: inline-flex;
    align-items: center;
    gap: var(--kurs-space-1);
    text-decoration: none;
  }
  button:hover,
  select:hover,
  .button:hover {
    background: var(--kurs-surface-2);
  }
  button.link {
    min-height: 1.5rem;
    padding: 0;
    border: 0;
    background: none;
    text-align: left;
    text-decoration: underline;
    text-underline-offset: 0.2em;
    text-decoration-color: var(--kurs-rule);
  }
  button.link:hover {
    background: none;
    text-decoration-color: currentColor;
  }
  @media (max-width: 599px) {
    button,
    select,
    .button {
      min-height: 2.75rem;
    }
  }
`;

/** A label with its field beside it: a date, a number, a choice. */
export const fields = css`
  .field,
  .date {
    display: inline-flex;
    align-items: center;
    gap: var(--kurs-space-2);
    font-size: var(--kurs-text-m);
    color: var(--kurs-ink-2);
  }
  input {
    min-height: 2.125rem;
    padding: 0 var(--kurs-space-2);
    font: inherit;
    font-size: var(--kurs-text-m);
    color: var(--kurs-ink);
    background: var(--kurs-surface);
    border: 1px solid var(--kurs-rule);
    border-radius: var(--kurs-radius-control);
  }
  /* The calendar of a date field is a stop of its own. */
  input::-webkit-calendar-picker-indicator:focus-visible {
    outline: 2px solid var(--kurs-focus);
  }
  @media (max-width: 599px) {
    input {
      min-height: 2.75rem;
    }
  }
`;
