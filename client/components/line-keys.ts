import { html } from "lit";
import type { Strings } from "../strings/en.ts";

/** The keys of a figure of lines, and the text that says what each does. */
const rows = [
  ["← →", "keys.move"],
  ["↑ ↓", "keys.line"],
  ["PgUp PgDn", "keys.jump"],
  ["Home End", "keys.ends"],
  ["[ ]", "keys.event"],
  ["+ − 0", "keys.range"],
  ["Enter", "keys.pin"],
  ["T", "keys.table"],
  ["I", "keys.direction"],
  ["L", "keys.scale"],
  ["Esc", "keys.release"],
] as const;

/** The list of keys, closed until it is asked for; the browser closes it on Escape. */
export function lineKeys(texts: Strings) {
  return html`<div id="keys" class="popover" popover aria-label=${texts["keys.title"]}>
    <h3>${texts["keys.title"]}</h3>
    <dl>
      ${rows.map(
        ([keys, text]) =>
          html`<dt>${keys.split(" ").map((key) => html`<kbd>${key}</kbd> `)}</dt>
            <dd>${texts[text]}</dd>`,
      )}
    </dl>
  </div>`;
}
