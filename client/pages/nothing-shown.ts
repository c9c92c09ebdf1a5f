import { html, nothing } from "lit";
import { describePeriod } from "../format/period.ts";
import { fillText } from "../strings/fill-text.ts";
import type { Reader } from "./reader.ts";
import type { View } from "./view.ts";

/** The periods of the first and the last figure there is; null where that is not known. */
export interface KnownExtent {
  first: string | null;
  last: string | null;
}

/** That a view has no figures, from when to when there are some, and the way to all of them; null where that leads nowhere. */
export function nothingShown(
  { from, to }: Pick<View, "from" | "to">,
  extent: KnownExtent,
  hrefOfAll: string | null,
  reader: Reader,
) {
  return html`<p>${betweenWords({ from, to }, reader)} ${extentWords(extent, reader)}</p>
    ${
      hrefOfAll === null
        ? nothing
        : html`<p><a class="button" href=${hrefOfAll}>${reader.texts["state.showAll"]}</a></p>`
    }`;
}

/** `There are no figures between 1990 and 1991.` */
function betweenWords({ from, to }: Pick<View, "from" | "to">, { texts, locale }: Reader): string {
  if (from === null || to === null) return texts["state.nothingInRange"];
  const [first, last] = [from, to].map((bound) => describePeriod(bound, locale));
  return fillText(texts["state.nothingBetween"], { from: first ?? "", to: last ?? "" });
}

function extentWords({ first, last }: KnownExtent, { texts, locale }: Reader): string {
  const told = [
    ["state.dataStart", first],
    ["state.dataEnd", last],
  ] as const;
  const words = told.flatMap(([key, period]) =>
    period === null ? [] : fillText(texts[key], { date: describePeriod(period, locale) }),
  );
  return words.join(" ");
}
