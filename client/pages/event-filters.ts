import { eventKinds } from "../../server/contract/event-kind.ts";
import { html } from "lit";
import type { Query } from "../api/get.ts";
import type { Language } from "../../server/contract/language.ts";
import { countries } from "./central-asia.ts";
import type { Reader } from "./reader.ts";
import type { View } from "./view.ts";
import { readPeriod } from "../../server/contract/period.ts";

type Filters = Pick<View, "geo" | "kind" | "q" | "from" | "to">;

/** No filter at all. */
export const noFilters: Filters = { geo: null, kind: null, q: null, from: null, to: null };

/** The question that a view asks for events. */
export function eventQuery(view: Filters, lang: Language, limit: number): Query<"events"> {
  const { geo, kind, q, from, to } = view;
  return {
    lang,
    limit: String(limit),
    ...(geo !== null && { country: geo }),
    ...(kind !== null && { kind }),
    ...(q !== null && { q: q.trim() }),
    ...(from !== null && { start: from }),
    ...(to !== null && { end: to }),
  };
}

/** True where a view leaves some events out. */
export function isFiltered(view: Filters): boolean {
  return [view.geo, view.kind, view.q, view.from, view.to].some((one) => one !== null);
}

/** Country, kind, words and dates; each choice is in the address. */
export function eventFilters(
  view: Filters,
  { texts }: Reader,
  { choose, adjust }: Record<"choose" | "adjust", (changes: Partial<Filters>) => void>,
) {
  const day = (written: string | null) => readPeriod(written ?? "")?.start ?? "";
  return html`<form
    class="row filters"
    role="search"
    @submit=${(event: Event) => {
      event.preventDefault();
    }}
  >
    <label
      >${texts["events.country"]}
      <select @change=${(event: Event) => choose({ geo: typed(event) })}>
        <option value="">${texts["events.all"]}</option>
        ${countries.map(
          (code) =>
            html`<option value=${code} ?selected=${code === view.geo}>
              ${texts[`country.${code}`]}
            </option>`,
        )}
      </select>
    </label>
    <label
      >${texts["events.kind"]}
      <select
        @change=${(event: Event) =>
          choose({ kind: eventKinds.find((kind) => kind === typed(event)) ?? null })}
      >
        <option value="">${texts["events.all"]}</option>
        ${eventKinds.map(
          (kind) =>
            html`<option value=${kind} ?selected=${kind === view.kind}>
              ${texts[`eventKind.${kind}`]}
            </option>`,
        )}
      </select>
    </label>
    <label
      >${texts["events.words"]}
      <input
        type="search"
        maxlength="100"
        .value=${view.q ?? ""}
        @input=${(event: Event) => adjust({ q: typed(event) })}
    /></label>
    <label
      >${texts["range.from"]}
      <input
        type="date"
        .value=${day(view.from)}
        @change=${(event: Event) => adjust({ from: typed(event) })}
    /></label>
    <label
      >${texts["range.to"]}
      <input
        type="date"
        .value=${day(view.to)}
        @change=${(event: Event) => adjust({ to: typed(event) })}
    /></label>
  </form>`;
}

function typed({ target }: Event): string | null {
  const isField = target instanceof HTMLInputElement || target instanceof HTMLSelectElement;
  return isField && /[\p{L}\p{N}]/u.test(target.value) ? target.value : null;
}
