import { css } from "lit";

/** Programs and answers: they scroll in their own frame. */
export const codeStyles = css`
  pre {
    margin: 0;
    padding: var(--kurs-space-3) var(--kurs-space-4);
    overflow: auto;
    background: var(--kurs-surface-2);
    border: 1px solid var(--kurs-border);
    border-radius: var(--kurs-radius-control);
    font-size: var(--kurs-text-s);
    line-height: 1.5;
    tab-size: 4;
  }
  pre:focus-visible {
    outline-offset: -2px;
  }
  code,
  pre,
  .code {
    font-family: ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
  }
`;
