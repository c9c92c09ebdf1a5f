import { css } from "lit";

/** A dialog over the page, its parts below one another, its buttons at the end. */
export const dialogs = css`
  dialog {
    width: min(var(--dialog-width, 34rem), calc(100vw - 2rem));
    max-height: calc(100vh - 2rem);
    padding: 0;
    color: var(--kurs-ink);
    background: var(--kurs-surface);
    border: 1px solid var(--kurs-border);
    border-radius: var(--kurs-radius-card);
    overflow-wrap: anywhere;
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 50%);
  }
  dialog form {
    display: flex;
    flex-direction: column;
    gap: var(--kurs-space-4);
    padding: var(--kurs-space-4);
    container-type: inline-size;
  }
  h2:focus {
    outline: none;
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: var(--kurs-space-2);
  }
  /* It waits for what is to be announced, and takes no room until then. */
  [role="status"]:empty,
  [role="alert"]:empty {
    margin-top: calc(-1 * var(--kurs-space-4));
  }
  .fault {
    color: var(--kurs-error);
    background: var(--kurs-error-surface);
    border-radius: var(--kurs-radius-control);
    padding: var(--kurs-space-2) var(--kurs-space-3);
    font-size: var(--kurs-text-m);
  }
  button.first {
    color: var(--kurs-surface);
    background: var(--kurs-ink);
    border-color: var(--kurs-ink);
    font-weight: 600;
  }
  button.first:hover {
    background: var(--kurs-ink-2);
  }
  button:disabled {
    cursor: progress;
    opacity: 0.7;
  }
  @media (forced-colors: active) {
    button.first {
      forced-color-adjust: none;
      color: HighlightText;
      background: Highlight;
    }
  }
`;
