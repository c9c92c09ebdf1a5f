import { css } from "lit";

/** A receipt: terms beside what they say, lines of files as they are. */
export const receiptStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    gap: var(--kurs-space-3);
    container-type: inline-size;
  }
  h4 {
    margin: 0;
    font-size: var(--kurs-text-l);
    font-weight: 600;
  }
  dl {
    display: grid;
    grid-template-columns: minmax(5rem, max-content) minmax(0, 1fr);
    gap: var(--kurs-space-2) var(--kurs-space-4);
  }
  dt {
    color: var(--kurs-ink-2);
  }
  dd,
  li,
  p {
    overflow-wrap: anywhere;
  }
  b {
    font-weight: 600;
  }
  code {
    font-size: var(--kurs-text-s);
  }
  dd > code {
    display: block;
    padding: var(--kurs-space-2);
    white-space: pre;
    overflow-x: auto;
    background: var(--kurs-surface-2);
    border-radius: var(--kurs-radius-control);
  }
  li + li {
    margin-top: var(--kurs-space-1);
  }
  dd a {
    display: inline-block;
    padding: 1px 0;
    line-height: 1.5;
  }
  p a {
    display: inline-block;
    padding: var(--kurs-space-1) 0;
  }
  @container (max-width: 24rem) {
    dl {
      grid-template-columns: minmax(0, 1fr);
      gap: 0;
    }
    dd + dt {
      margin-top: var(--kurs-space-2);
    }
  }
`;
