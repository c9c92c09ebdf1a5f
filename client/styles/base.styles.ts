import { css } from "lit";

/** What every shadow root needs: box model, links, focus ring, text for screen readers only. */
export const base = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  :host {
    display: block;
    color: var(--kurs-ink);
  }
  :host([hidden]),
  [hidden] {
    display: none;
  }
  a {
    color: inherit;
    text-underline-offset: 0.2em;
    text-decoration-color: var(--kurs-rule);
  }
  a:hover {
    text-decoration-color: currentColor;
  }
  :focus-visible {
    outline: 2px solid var(--kurs-focus);
    outline-offset: 2px;
    border-radius: var(--kurs-radius-control);
  }
  h1:focus {
    outline: none;
  }
  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  figure {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  h1 {
    font-size: var(--kurs-text-3xl);
    line-height: 1.21;
    font-weight: 600;
    text-wrap: balance;
  }
  h2 {
    font-size: var(--kurs-text-2xl);
    line-height: 1.27;
    font-weight: 600;
  }
  h3 {
    font-size: var(--kurs-text-xl);
    line-height: 1.33;
    font-weight: 600;
  }
  .number {
    font-variant-numeric: tabular-nums lining-nums;
  }
  .quiet {
    color: var(--kurs-ink-2);
    font-size: var(--kurs-text-m);
    line-height: 1.43;
  }
  .spoken {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;

/** A surface with a hairline around it. */
export const card = css`
  .card {
    background: var(--kurs-surface);
    border: 1px solid var(--kurs-border);
    border-radius: var(--kurs-radius-card);
    padding: var(--kurs-space-4);
  }
`;

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
  @media (max-width: 599px) {
    input {
      min-height: 2.75rem;
    }
  }
`;
