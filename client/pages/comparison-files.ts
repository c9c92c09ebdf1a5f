import { html, nothing } from "lit";
import { isoDay } from "../../server/contract/period.ts";
import type { ListedEvent } from "../components/kurs-event-list.ts";
import type { KursLineFigure } from "../components/kurs-line-figure.ts";
import { describePeriod } from "../format/period.ts";
import { fillText } from "../strings/fill-text.ts";
import { addressOfAsk } from "./comparison-asks.ts";
import { fileNameOf } from "./comparison-file-name.ts";
import { linesOf } from "./comparison-lines.ts";
import { spanOfLines, subtitleOf } from "./comparison-words.ts";
import { listedNotes } from "./listed-notes.ts";
import type { Comparison } from "./read-comparison.ts";
import type { Reader } from "./reader.ts";
import { shareLinks } from "./share-links.ts";
import type { View } from "./view.ts";
import "../components/kurs-download-menu.ts";
import "../components/kurs-share.ts";

/** What is compared as files, where there are some, and as links. */
export function comparisonFiles(
  read: Comparison,
  { view, scale }: Pick<View, "view" | "scale">,
  events: readonly ListedEvent[],
  reader: Reader,
  figure: () => KursLineFigure | null,
) {
  const comparison = { ...read, view: { ...read.view, view, scale } };
  const { first, last } = spanOfLines([...comparison.answers.values()]);
  if (first === "") return nothing;
  return html`${files(comparison, events, reader, figure)}
    <section class="card stack close on-screen">
      <h2>${reader.texts["share.title"]}</h2>
      <kurs-share
        .texts=${reader.texts}
        .links=${shareLinks(comparison.view, first, last)}
      ></kurs-share>
    </section>`;
}

/** The picture of the chart, and the figures where one question gives them all; nothing where neither is. */
function files(
  comparison: Comparison,
  events: readonly ListedEvent[],
  reader: Reader,
  figure: () => KursLineFigure | null,
) {
  const { asks, view } = comparison;
  const [first] = asks;
  const only = asks.length === 1 ? first : undefined;
  if (!only && view.view !== "chart") return nothing;
  const png = () => pictureOf(comparison, events, reader, figure());
  return html`<section class="card stack close on-screen">
    <h2>${reader.texts["download.title"]}</h2>
    <kurs-download-menu
      .texts=${reader.texts}
      .csv=${only ? addressOfAsk(only, comparison.as, "csv") : ""}
      .json=${only ? addressOfAsk(only, comparison.as, "json") : ""}
      .name=${fileNameOf(comparison)}
      .png=${view.view === "chart" ? png : null}
    ></kurs-download-menu>
  </section>`;
}

function pictureOf(
  comparison: Comparison,
  events: readonly ListedEvent[],
  reader: Reader,
  figure: KursLineFigure | null,
): Promise<Blob> {
  if (!figure) throw new Error("no chart is shown");
  const { texts, locale } = reader;
  const { sources, series } = comparison.lineup;
  const lines = linesOf(comparison, reader);
  const named = sources.filter(({ code }) => series.some(({ source }) => source === code));
  return figure.png({
    title: lines.map(({ name }) => name).join(", "),
    subtitle: subtitleOf(comparison, reader),
    source: fillText(texts["chart.source"], {
      source: named.map(({ name }) => name).join(", "),
    }),
    date: describePeriod(isoDay(Date.now()), locale),
    notes: listedNotes(events, locale),
  });
}
