import { html, nothing } from "lit";
import type { Source } from "../../server/contract/source.ts";
import type { Strings } from "../strings/en.ts";
import { fillText } from "../strings/fill-text.ts";

/** Whose number it is and under which licence, as stands under every chart. */
export function sourceLine(
  { name, kind, homepage, licence, licenceUrl, attribution }: Source,
  texts: Strings,
) {
  const said = `${fillText(texts["chart.source"], { source: name })} (${texts[`sourceKind.${kind}`]})`;
  return html`<p class="quiet">
    ${homepage === null ? said : html`<a href=${homepage}>${said}</a>`}
    ${licence === null ? nothing : html` · ${linked(licence, licenceUrl)}`}
    ${attribution === null ? nothing : html` · ${attribution}`}
  </p>`;
}

/** The text as a link where there is an address. */
export function linked(text: string, href: string | null) {
  return href === null ? text : html`<a href=${href}>${text}</a>`;
}
