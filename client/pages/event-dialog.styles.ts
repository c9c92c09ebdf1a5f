import { css } from "lit";

/** The form of an event: labels above their fields, as many beside one another as there is room for. */
export const eventDialogStyles = css`
  dialog {
    --dialog-width: 46rem;
  }
  .beside {
    display: grid;
    gap: var(--kurs-space-3);
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 12rem), 1fr));
    align-items: start;
  }
  .held,
  label {
    display: flex;
    flex-direction: column;
    gap: var(--kurs-space-1);
    font-size: var(--kurs-text-m);
    color: var(--kurs-ink-2);
    min-width: 0;
  }
  input,
  select,
  textarea {
    width: 100%;
    min-width: 0;
  }
  textarea {
    padding: var(--kurs-space-2);
    font: inherit;
    font-size: var(--kurs-text-m);
    color: var(--kurs-ink);
    background: var(--kurs-surface);
    border: 1px solid var(--kurs-rule);
    border-radius: var(--kurs-radius-control);
    resize: vertical;
  }
  [aria-invalid="true"] {
    border-color: var(--kurs-error);
    box-shadow: 0 0 0 1px var(--kurs-error);
  }
  fieldset,
  .inside {
    display: flex;
    flex-direction: column;
    gap: var(--kurs-space-3);
    min-width: 0;
    margin: 0;
  }
  fieldset {
    padding: var(--kurs-space-3);
    border: 1px solid var(--kurs-border);
    border-radius: var(--kurs-radius-control);
  }
  .inside {
    padding: var(--kurs-space-2) 0;
  }
  legend {
    padding: 0 var(--kurs-space-1);
    font-weight: 600;
    font-size: var(--kurs-text-m);
  }
  .checks {
    display: flex;
    flex-wrap: wrap;
    gap: var(--kurs-space-1) var(--kurs-space-4);
  }
  .checks label {
    flex-direction: row;
    align-items: center;
    gap: var(--kurs-space-2);
    min-height: 1.75rem;
  }
  .checks input {
    width: 1.125rem;
    height: 1.125rem;
    min-height: 0;
    margin: 0;
    accent-color: var(--kurs-ink);
  }
  summary {
    cursor: pointer;
    min-height: 1.75rem;
    font-size: var(--kurs-text-m);
  }
  details + details {
    margin-top: calc(-1 * var(--kurs-space-3));
  }
  @media (max-width: 599px) {
    .checks label,
    summary {
      min-height: 2.75rem;
      align-content: center;
    }
  }
`;
