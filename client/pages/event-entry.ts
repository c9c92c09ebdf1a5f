import { html, nothing } from "lit";
import type { Event as DatedEvent } from "../../server/contract/event.ts";
import { describeSpan } from "../format/period.ts";
import type { Strings } from "../strings/en.ts";
import { currencyOfEvent } from "./read-event-rates.ts";
import type { Reader } from "./reader.ts";
import { addressOfPage } from "./route.ts";
import { linked } from "./source-line.ts";
import "./kurs-event-rates.ts";

/** The address of an event on the page of all. */
export function hrefOfEvent({ locale }: Reader, id: number): string {
  return `${addressOfPage(locale.language, { name: "events" })}#event-${id}`;
}

/** One event of the list: when, where, what, the rate around it, and who says so; `buttons` stand below it. */
export function eventEntry(
  event: DatedEvent,
  reader: Reader,
  { isNamed, buttons }: { isNamed: boolean; buttons: unknown },
) {
  const { id, start, end, kind, countries, title, text, source, languages } = event;
  const { texts, locale } = reader;
  return html`<li id="event-${id}" tabindex="-1" class=${isNamed ? "linked" : ""}>
    <p class="quiet number">
      <time datetime=${start}>${describeSpan(start, end ?? start, locale)}</time> ·
      ${texts[`eventKind.${kind}`]}${countries.length === 0 ? "" : " · "}${countries
        .map((code) => countryName(code, texts))
        .join(", ")}
    </p>
    <h2><a href=${hrefOfEvent(reader, id)} lang=${languages.title}>${title}</a></h2>
    <p lang=${languages.text}>${text}</p>
    ${ratesAround(event, reader)}
    <p class="quiet">${linked(source.name, source.url)}</p>
    ${buttons}
  </li>`;
}

function ratesAround(event: DatedEvent, { texts, locale }: Reader) {
  const currency = currencyOfEvent(event.countries);
  if (currency === null) return nothing;
  const pair = { name: "rate", base: "USD", quote: currency } as const;
  return html`<kurs-event-rates
    .texts=${texts}
    .locale=${locale}
    .event=${event}
    .href=${addressOfPage(locale.language, pair, { range: "max" })}
  ></kurs-event-rates>`;
}

/** The name of a country that has one in the texts; else its code. */
function countryName(code: string, texts: Strings): string {
  const key = `country.${code}`;
  return isKey(key, texts) ? texts[key] : code;
}

const isKey = (key: string, texts: Strings): key is keyof Strings => Object.hasOwn(texts, key);
