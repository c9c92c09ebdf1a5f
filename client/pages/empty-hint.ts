import { html } from "lit";
import type { Reader } from "./reader.ts";

/** What an empty database has in place of figures: that there are none, and how they come in. */
export function emptyHint({ texts }: Reader, hrefOfApi: string) {
  return html`<p>
    ${texts["state.emptyAll"]} ${texts["state.import"]}
    <a href=${hrefOfApi}>${texts["state.importHow"]}</a>
  </p>`;
}
