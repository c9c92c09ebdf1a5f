import { html } from "lit";
import type { Reader } from "./reader.ts";

/** What an empty database has in place of figures: that there are none, and how they come in. */
export function emptyHint({ texts }: Pick<Reader, "texts">, hrefOfImport: string) {
  return html`<div class="empty">
    <p>${texts["state.emptyAll"]} ${texts["state.import"]}</p>
    <p class="row">
      <a class="button" href=${hrefOfImport}>${texts["state.importHow"]}</a>
      <code>npm run kurs -- import ${texts["state.fileName"]} --source TCA</code>
    </p>
  </div>`;
}
