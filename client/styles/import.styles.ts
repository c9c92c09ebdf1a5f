import { css } from "lit";

/** Texts of several lines, the button that goes on, and what is wrong or well. */
export const textFields = css`
  textarea {
    display: block;
    width: 100%;
    margin-top: var(--kurs-space-1);
    padding: var(--kurs-space-2);
    font-family: ui-monospace, "Cascadia Mono", Consolas, monospace;
    font-size: var(--kurs-text-s);
    line-height: 1.5;
    color: var(--kurs-ink);
    background: var(--kurs-surface);
    border: 1px solid var(--kurs-rule);
    border-radius: var(--kurs-radius-control);
  }
  summary {
    padding: var(--kurs-space-1) 0;
    font-size: var(--kurs-text-m);
    cursor: pointer;
  }
  .first {
    color: var(--kurs-surface);
    background: var(--kurs-ink);
    border-color: var(--kurs-ink);
    font-weight: 600;
  }
  .first:hover {
    background: var(--kurs-ink-2);
  }
  .first:disabled {
    color: var(--kurs-ink-2);
    background: var(--kurs-surface-2);
    border-color: var(--kurs-border);
    cursor: default;
  }
  .fault,
  .warned,
  .well {
    padding: var(--kurs-space-2) var(--kurs-space-3);
    border-radius: var(--kurs-radius-control);
  }
  .fault {
    color: var(--kurs-error);
    background: var(--kurs-error-surface);
  }
  .warned {
    color: var(--kurs-warn);
    background: var(--kurs-warn-surface);
  }
  .well {
    color: var(--kurs-ok);
    background: var(--kurs-ok-surface);
  }
  @media (forced-colors: active) {
    .first {
      forced-color-adjust: none;
      color: HighlightText;
      background: Highlight;
    }
  }
`;

/** A label, or a question, with its control below it. */
export const askFields = css`
  fieldset {
    margin: 0;
    padding: var(--kurs-space-3) var(--kurs-space-4) var(--kurs-space-4);
    border: 1px solid var(--kurs-border);
    border-radius: var(--kurs-radius-card);
    min-width: 0;
  }
  legend {
    padding: 0 var(--kurs-space-1);
    font-weight: 600;
  }
  .ask {
    display: flex;
    flex-direction: column;
    gap: var(--kurs-space-1);
    min-width: 0;
    font-size: var(--kurs-text-m);
  }
  .ask input,
  .ask select {
    width: 100%;
    max-width: 24rem;
  }
  .tick {
    display: flex;
    gap: var(--kurs-space-2);
    align-items: baseline;
    padding: var(--kurs-space-1) 0;
  }
  .tick input {
    min-height: 0;
    flex: none;
    inline-size: 1.125rem;
    block-size: 1.125rem;
    translate: 0 0.15rem;
  }
  .tick > span {
    min-width: 0;
    overflow-wrap: anywhere;
  }
  pre {
    margin: 0;
    padding: var(--kurs-space-2);
    overflow-x: auto;
    font-size: var(--kurs-text-s);
    background: var(--kurs-surface-2);
    border-radius: var(--kurs-radius-control);
  }
`;
