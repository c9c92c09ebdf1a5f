import { css } from "lit";
import { fields } from "../styles/controls.styles.ts";

/** The list of series, the controls and the waiting places of the compare page. */
export const comparePageStyles = [
  fields,
  css`
    .chosen {
      display: flex;
      flex-wrap: wrap;
      gap: var(--kurs-space-2);
    }
    .chosen li {
      display: flex;
      align-items: stretch;
      max-width: 100%;
    }
    .chosen button {
      display: flex;
      align-items: center;
      gap: var(--kurs-space-2);
      min-width: 2.125rem;
      text-align: left;
      overflow-wrap: anywhere;
    }
    .chosen button:first-child {
      border-radius: var(--kurs-radius-control) 0 0 var(--kurs-radius-control);
    }
    .chosen button:last-child {
      justify-content: center;
      margin-left: -1px;
      border-radius: 0 var(--kurs-radius-control) var(--kurs-radius-control) 0;
    }
    .chosen button[aria-pressed="true"] {
      box-shadow: inset 0 -3px var(--kurs-ink);
      font-weight: 600;
    }
    .chosen button:focus-visible {
      position: relative;
      z-index: 1;
      border-radius: var(--kurs-radius-control);
    }
    .mark {
      flex: none;
    }
    .waiting {
      min-height: 40rem;
    }
    .notes li + li {
      margin-top: var(--kurs-space-1);
    }
    .refused {
      color: var(--kurs-warn);
      background: var(--kurs-warn-surface);
      border-radius: var(--kurs-radius-control);
      padding: var(--kurs-space-2) var(--kurs-space-3);
    }
    code {
      font-size: var(--kurs-text-s);
      overflow-wrap: anywhere;
    }
    .addresses li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--kurs-space-1) var(--kurs-space-4);
      min-height: 2.125rem;
    }
    kurs-series-table {
      --table-height: 32rem;
    }
    @media (max-width: 599px) {
      .chosen button {
        min-width: 2.75rem;
      }
    }
    @media print {
      .chosen,
      .date {
        display: none;
      }
    }
  `,
];
