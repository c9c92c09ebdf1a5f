import { html, nothing } from "lit";
import type { Strings } from "../strings/en.ts";
import { fillText } from "../strings/fill-text.ts";

/** What the address says in vain, until it is dismissed. */
export function ignoredNote(ignored: readonly string[], texts: Strings, dismiss: () => void) {
  if (ignored.length === 0) return nothing;
  const parameter = ignored.join(", ");
  return html`<div class="ignored">
    <p role="status">${fillText(texts.ignored, { parameter })}</p>
    <button type="button" @click=${dismiss}>${texts["ignored.dismiss"]}</button>
  </div>`;
}
