import { html, nothing } from "lit";
import { entityMark, entitySlot } from "../chart/entity-slot.ts";
import { mostLabelled } from "../chart/line-ends.ts";
import type { Track } from "./line-picture.ts";

/**
 * The names of lines with marker, last value and change, in the order of their ends: what stands for the labels on a
 * small
 * screen, and beside them where there are more lines than labels. `point` is told over which of them the pointer is.
 */
export function lineNames(tracks: readonly Track[], point: (id: string | null) => void) {
  if (tracks.length < 2) return nothing;
  const end = ({ seen }: Track) => seen.at(-1)?.value ?? -Infinity;
  const sorted = [...tracks].sort((a, b) => a.panel - b.panel || end(b) - end(a));
  const kind = tracks.length > mostLabelled ? "names many number" : "names number";
  return html`<ul class=${kind}>
    ${sorted.map(
      ({ id, line: { code, name, latest, change } }) =>
        html`<li @pointerenter=${() => point(id)} @pointerleave=${() => point(null)}>
          <span class="mark slot-${entitySlot(code) ?? 0}" aria-hidden="true"
            >${entityMark(code).text}</span
          >
          ${name} <b>${latest}</b> ${change ?? nothing}
        </li>`,
    )}
  </ul>`;
}
