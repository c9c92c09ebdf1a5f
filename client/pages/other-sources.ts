import { html, nothing } from "lit";
import type { Source } from "../../server/contract/source.ts";
import { beginOf } from "./fuller-source.ts";
import type { RateReading } from "./read-rate.ts";
import type { Reader } from "./reader.ts";

/** The sources of a pair but the one shown that began no later than a day. */
export function otherSources(reading: RateReading, date: string): Source[] {
  return reading.sources.filter(({ code }) => {
    const begin = code === reading.there.source ? null : beginOf(reading, code);
    return begin !== null && begin <= date;
  });
}

/** Where else a rate of a day may be, each a link to the page as that source tells it; nothing where there is nobody else. */
export function otherSourceLinks(
  reading: RateReading,
  date: string,
  hrefOf: (source: string) => string,
  { texts }: Pick<Reader, "texts">,
) {
  const others = otherSources(reading, date);
  if (others.length === 0) return nothing;
  return html`<span class="others"
    >${texts["onDate.others"]}
    ${others.map(({ code, name }, i) => html`${i > 0 ? "; " : ""}<a href=${hrefOf(code)}>${name}</a>`)}</span
  >`;
}
