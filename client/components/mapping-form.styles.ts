import { css } from "lit";

/** The controls of a mapping, as many beside each other as there is room for. */
export const mappingFormStyles = css`
  form {
    display: flex;
    flex-direction: column;
    gap: var(--kurs-space-4);
    padding-top: var(--kurs-space-2);
  }
  .grid {
    display: grid;
    gap: var(--kurs-space-4);
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 13rem), 1fr));
    align-items: end;
  }
  fieldset .grid {
    margin-top: var(--kurs-space-3);
  }
`;
