import { css } from "lit";

/** A field with its list below it, above what follows. */
export const comboboxStyles = css`
  :host {
    max-width: 34rem;
  }
  label {
    display: block;
    margin-bottom: var(--kurs-space-1);
    font-size: var(--kurs-text-m);
    font-weight: 600;
  }
  .field {
    position: relative;
  }
  input {
    width: 100%;
    min-height: 2.75rem;
    padding: var(--kurs-space-1) var(--kurs-space-3);
    font: inherit;
    color: var(--kurs-ink);
    background: var(--kurs-surface);
    border: 1px solid var(--kurs-rule);
    border-radius: var(--kurs-radius-control);
  }
  input::placeholder {
    color: var(--kurs-ink-3);
    opacity: 1;
  }
  ul {
    position: absolute;
    z-index: 3;
    inset: calc(100% + 2px) 0 auto;
    max-height: 20rem;
    overflow-y: auto;
    background: var(--kurs-surface);
    border: 1px solid var(--kurs-rule);
    border-radius: var(--kurs-radius-control);
  }
  li {
    padding: var(--kurs-space-2) var(--kurs-space-3);
    min-height: 2.75rem;
    cursor: pointer;
    overflow-wrap: anywhere;
  }
  li > span {
    display: block;
  }
  li:hover {
    background: var(--kurs-surface-2);
  }
  li[aria-selected="true"] {
    color: var(--kurs-surface);
    background: var(--kurs-ink);
  }
  li[aria-selected="true"] .quiet {
    color: inherit;
  }
  @media (forced-colors: active) {
    li[aria-selected="true"] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
  @media print {
    :host {
      display: none;
    }
  }
`;
