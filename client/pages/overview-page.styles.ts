import { css } from "lit";

/** Cards in a grid, panels, and lists of news beside each other. */
export const overviewStyles = css`
  .cards {
    display: grid;
    gap: var(--kurs-space-4);
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 13.25rem), 1fr));
  }
  .cards.wide {
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr));
  }
  .beside {
    display: grid;
    gap: var(--kurs-space-5);
    align-items: start;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr));
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: end;
    gap: var(--kurs-space-2) var(--kurs-space-4);
  }
  .part {
    gap: var(--kurs-space-3);
  }
  .waiting {
    min-height: 20rem;
  }
  /* What follows comes into no one's sight only to leave it. */
  .waiting.first {
    min-height: 100vh;
  }
  .waiting.panels {
    min-height: 16.25rem;
  }
  .headline {
    display: flex;
    flex-direction: column;
    gap: var(--kurs-space-1);
    text-decoration: none;
    height: 100%;
  }
  .headline:hover {
    background: var(--kurs-surface-2);
    border-color: var(--kurs-rule);
  }
  .headline .value {
    font-size: var(--kurs-text-2xl);
    font-weight: 600;
  }
  .headline .mini {
    margin-top: auto;
    padding-top: var(--kurs-space-2);
  }
  .news li {
    display: flex;
    flex-direction: column;
    padding: var(--kurs-space-2) 0;
    border-bottom: 1px solid var(--kurs-grid);
    overflow-wrap: anywhere;
  }
  @media print {
    section.card {
      break-inside: avoid;
    }
  }
  .news a {
    display: inline-block;
    padding: 2px 0;
    min-height: 24px;
  }
  /* With its comma: a name that fills the line leaves none behind. */
  .named a {
    display: inline;
    padding: 4px 0;
  }
`;
