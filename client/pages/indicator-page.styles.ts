import { css } from "lit";

/** The controls of the indicator page, its figure and table beside each other, and what stands below. */
export const indicatorPageStyles = css`
  .waiting {
    min-height: 28rem;
  }
  label {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--kurs-space-2);
    max-width: 100%;
    font-size: var(--kurs-text-m);
  }
  select {
    max-width: 100%;
    text-overflow: ellipsis;
  }
  .figures,
  .files {
    display: grid;
    gap: var(--kurs-space-4);
    align-items: start;
    grid-template-columns: minmax(0, 1fr);
  }
  .files {
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr));
  }
  .files a {
    display: inline-block;
    min-height: 24px;
    overflow-wrap: anywhere;
  }
  summary {
    cursor: pointer;
    width: fit-content;
    min-height: 1.75rem;
  }
  .figures kurs-series-table {
    --table-height: 32rem;
  }
  @container (min-width: 68rem) {
    .figures.beside {
      grid-template-columns: minmax(0, 1fr) 26rem;
    }
  }
`;
