import { css } from "lit";

/** The converter: fields in a row that wraps, the result large. */
export const converterStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    gap: var(--kurs-space-2);
  }
  form {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--kurs-space-2) var(--kurs-space-4);
  }
  select {
    max-width: 12rem;
    text-overflow: ellipsis;
  }
  output {
    display: block;
    font-size: var(--kurs-text-2xl);
    font-weight: 600;
  }
  [role="alert"]:not(:empty) {
    color: var(--kurs-error);
  }
  [role="alert"]:empty,
  [role="status"]:empty {
    margin-top: calc(-1 * var(--kurs-space-2));
  }
  @media print {
    :host {
      display: none;
    }
  }
`;
