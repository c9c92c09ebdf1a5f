import { html } from "lit";
import type { Option } from "./mapping-options.ts";

/** A select with its label above it; `empty` stands for no choice. */
export interface SelectWish {
  label: string;
  value: string;
  empty: string;
  options: readonly Option[];
}

/** The select; `take` hears what the reader chooses. */
export function selectField(
  { label, value, empty, options }: SelectWish,
  take: (value: string) => void,
) {
  return html`<label class="ask">
    ${label}
    <select
      @change=${(event: Event) => {
        take(textIn(event));
      }}
    >
      <option value="" ?selected=${value === ""}>${empty}</option>
      ${options.map(
        ([code, text]) => html`<option value=${code} ?selected=${code === value}>${text}</option>`,
      )}
    </select>
  </label>`;
}

/** What stands in the control that an event is of. */
export const textIn = (event: Event) =>
  (event.target as HTMLInputElement | HTMLSelectElement).value.trim();
