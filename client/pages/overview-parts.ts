import { html, nothing } from "lit";
import type { Observations } from "../../server/contract/observation.ts";
import type { Rate } from "../../server/contract/rate.ts";
import { withCapital } from "../format/capital.ts";
import { describePeriod } from "../format/period.ts";
import { fillText } from "../strings/fill-text.ts";
import { horizons, moversOf, sinceTexts } from "./movers.ts";
import { indexPanels } from "./overview-panels.ts";
import { type IndexReading, type LatestReading, newestDay } from "./read-overview.ts";
import type { Reader } from "./reader.ts";
import { yearsBefore } from "./time-span.ts";
import type { View } from "./view.ts";
import "../components/kurs-choice.ts";
import "../components/kurs-movers.ts";
import "../components/kurs-small-multiples.ts";

/** The value of each currency in dollars over a year, side by side, on one scale or each on its own; nothing where none has a rate in it. */
export function panelsCard(
  latest: LatestReading,
  index: IndexReading | null,
  { uniform }: Pick<View, "uniform">,
  reader: Reader,
  actions: { hrefOf: (currency: string) => string; choose: (changes: Partial<View>) => void },
) {
  if (!index) return nothing;
  const { texts, locale } = reader;
  const last = newestDay(latest.perDollar);
  const start = yearsBefore(last, 1);
  // The first day on which all had a rate may be that of the rates in force a year before.
  const base = index.base.period;
  const first = base < start ? base : start;
  const day = (written: string) => describePeriod(written, locale);
  return html`<section class="card stack">
    <div class="head">
      <div>
        <h2>${texts["multiples.title"]}</h2>
        <p class="quiet">${fillText(texts["multiples.base"], { date: day(base) })}</p>
      </div>
      <kurs-choice
        .label=${texts["multiples.scale"]}
        .choices=${[
          { value: "1", text: texts["multiples.same"] },
          { value: "0", text: texts["multiples.own"] },
        ]}
        .value=${uniform}
        @kurs-choose=${({ detail }: CustomEvent<{ value: string }>) => {
          actions.choose({ uniform: detail.value === "0" ? "0" : "1" });
        }}
      ></kurs-choice>
    </div>
    <kurs-small-multiples
      .locale=${locale}
      .label=${texts["multiples.title"]}
      .panels=${indexPanels(latest, index, reader, actions.hrefOf)}
      .span=${[Date.parse(first), Date.parse(last)]}
      .spanTexts=${[day(first), day(last)]}
      .uniform=${uniform === "1"}
    ></kurs-small-multiples>
    ${lateNotes(latest, index, reader)}
  </section>`;
}

/** Who begins at 100 later than the others, as a new source does; nothing where nobody does. */
function lateNotes({ names }: LatestReading, { base }: IndexReading, { texts, locale }: Reader) {
  if (base.late.length === 0) return nothing;
  const notes = base.late.map((code) =>
    withCapital(
      fillText(texts["compare.late"], {
        name: names[code] ?? code,
        period: describePeriod(base.period, locale),
        own: describePeriod(base.each.get(code) ?? "", locale),
      }),
    ),
  );
  return html`<p class="quiet">${notes.join(" ")}</p>`;
}

/** How the price of a dollar moved, as a table; each rate leads to where it came from. */
export function moversCard(
  latest: LatestReading,
  years: Record<string, Observations>,
  reader: Reader,
  actions: {
    hrefOf: (currency: string) => string;
    openReceipt: (rate: Rate, text: string) => void;
  },
) {
  const { texts } = reader;
  const notes = sinceTexts(latest, years, reader);
  const columns = [
    { text: texts["movers.currency"], note: "" },
    { text: texts["movers.rate"], note: "" },
    ...horizons.map((one, i) => ({ text: texts[`movers.${one}`], note: notes[i] ?? "" })),
  ];
  const movers = moversOf(latest, years, reader, actions.hrefOf).map((mover, i) => ({
    ...mover,
    receipt: () => {
      const rate = latest.perDollar[i];
      if (rate) actions.openReceipt(rate, mover.rate.text);
    },
  }));
  return html`<section class="card">
    <kurs-movers
      .texts=${texts}
      .caption=${texts["movers.caption"]}
      .columns=${columns}
      .movers=${movers}
    ></kurs-movers>
  </section>`;
}
