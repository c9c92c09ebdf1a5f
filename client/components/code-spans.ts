import { html } from "lit";

/** A text with what stands between backticks as code; an address to GET is a link. */
export function codeSpans(text: string) {
  return text.split("`").map((part, index) => {
    if (index % 2 === 0) return part;
    if (!part.startsWith("GET /")) return html`<code>${part}</code>`;
    return html`<a href=${part.slice("GET ".length)}><code>${part}</code></a>`;
  });
}
