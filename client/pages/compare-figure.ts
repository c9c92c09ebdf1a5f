import { html, nothing } from "lit";
import { isoDay } from "../../server/contract/period.ts";
import type { ListedEvent } from "../components/kurs-event-list.ts";
import { fillText } from "../strings/fill-text.ts";
import { compareTiles } from "./compare-tiles.ts";
import { type ComparedLine, isLogRefused, linesOf } from "./comparison-lines.ts";
import { comparisonTable } from "./comparison-table.ts";
import { describeValue, notesOf, subtitleOf, summaryOf } from "./comparison-words.ts";
import { nothingShown } from "./nothing-shown.ts";
import { partialNotes } from "./partial-notes.ts";
import { mostPrinted } from "./rate-table.ts";
import type { RangeActions } from "./range-control.ts";
import type { Comparison } from "./read-comparison.ts";
import type { Reader } from "./reader.ts";
import type { View } from "./view.ts";
import "../components/kurs-event-list.ts";
import "../components/kurs-line-figure.ts";

/** Where the choices in a figure lead. */
export interface FigureActions extends RangeActions {
  hrefWith: (changes: Partial<View>) => string;
  hrefOf: (name: "events") => string;
}

/** How a comparison is to be shown, and with which events (null until they came). */
interface FigureWish {
  view: View;
  events: readonly ListedEvent[] | null;
}

/** More lines than this are hard to follow on one chart. */
const mostLines = 5;

/** The comparison as the view has it: chart, small multiples or table, with what must be said of it. */
export function compareFigure(
  read: Comparison,
  wish: FigureWish,
  reader: Reader,
  actions: FigureActions,
) {
  const { view } = wish;
  const lines = madeOnce(read, reader);
  // What was read stays told as it was read; how it is drawn may have changed since.
  const drawn = { scale: view.scale, view: view.view };
  const comparison = { ...read, view: { ...read.view, ...drawn } };
  if (lines.length === 0) return emptyNote(comparison, reader, actions);
  const isCrowded = view.view === "chart" && lines.length > mostLines;
  const offer = fillText(reader.texts["compare.crowded"], { count: String(lines.length) });
  return html`<div class="stack close">
    ${view.view === "table" ? nothing : html`<p class="quiet">${subtitleOf(comparison, reader)}</p>`}
    ${
      isCrowded
        ? html`<p class="quiet">
            ${offer}
            <a href=${actions.hrefWith({ view: "tiles" })}>${reader.texts["compare.tiles"]}</a>
          </p>`
        : nothing
    }
    ${drawing(comparison, lines, wish, reader, actions)} ${notes(comparison, lines, reader)}
    ${view.view === "chart" ? eventList(wish, reader, actions) : nothing}
    ${
      view.view === "table"
        ? nothing
        : html`<div class="on-paper">
            ${comparisonTable(comparison, lines, reader, mostPrinted)}
          </div>`
    }
  </div>`;
}

/** The words of the chart's numbered circles. */
function eventList(
  { view, events }: FigureWish,
  { texts, locale }: Reader,
  { choose, hrefOf }: FigureActions,
) {
  return html`<kurs-event-list
    .texts=${texts}
    .locale=${locale}
    .events=${events}
    .shown=${view.ev !== "0"}
    .more=${hrefOf("events")}
    @kurs-events-shown=${({ detail }: HTMLElementEventMap["kurs-events-shown"]) => {
      choose({ ev: detail.shown ? "1" : "0" });
    }}
  ></kurs-event-list>`;
}

function notes(comparison: Comparison, lines: readonly ComparedLine[], reader: Reader) {
  const short = comparison.as === "yoy" ? [] : partialNotes(lines, comparison.span, reader);
  const said = [...notesOf(comparison, reader), ...short];
  if (said.length === 0) return nothing;
  return html`<ul class="notes quiet">
    ${said.map((note) => html`<li>${note}</li>`)}
  </ul>`;
}

/** New lines would take the cursor back to the end; so they are made once for each answer and language. */
const made = new WeakMap<Comparison, { reader: Reader["texts"]; lines: ComparedLine[] }>();

function madeOnce(comparison: Comparison, reader: Reader): ComparedLine[] {
  const found = made.get(comparison);
  if (found?.reader === reader.texts) return found.lines;
  const lines = linesOf(comparison, reader);
  made.set(comparison, { reader: reader.texts, lines });
  return lines;
}

function emptyNote(comparison: Comparison, reader: Reader, { hrefWith }: FigureActions) {
  const { as, base, view, lineup } = comparison;
  const { texts } = reader;
  const isUnshared = (as === "index" || as === "pct") && base === null;
  const last =
    lineup.series
      .map(({ lastDay }) => lastDay)
      .sort()
      .at(-1) ?? null;
  return html`${isUnshared ? html`<p>${texts["compare.noBase"]}</p>` : nothingShown(view, { first: null, last }, null, reader)}
    <div class="row">
      <a class="button" href=${hrefWith({ range: "max", from: null, to: null, base: null })}
        >${texts["state.showAll"]}</a
      >
      ${
        isUnshared
          ? html`<a class="button" href=${hrefWith({ as: "level" })}>${texts["compare.levels"]}</a>`
          : nothing
      }
    </div>`;
}

function drawing(
  comparison: Comparison,
  lines: ComparedLine[],
  wish: FigureWish,
  reader: Reader,
  actions: FigureActions,
) {
  const { view } = wish;
  if (view.view === "table") return comparisonTable(comparison, lines, reader);
  if (view.view === "tiles") return compareTiles(comparison, lines, view, reader);
  return chart(comparison, lines, wish, reader, actions);
}

function chart(
  comparison: Comparison,
  lines: ComparedLine[],
  { view, events }: FigureWish,
  reader: Reader,
  { adjust, choose }: FigureActions,
) {
  const { texts, locale } = reader;
  return html`<kurs-line-figure
    .texts=${texts}
    .locale=${locale}
    .label=${texts["compare.title"]}
    .summary=${summaryOf(comparison, lines, reader)}
    .lines=${lines}
    .events=${events ?? none}
    .scale=${view.scale}
    .base=${comparison.as === "index" ? (comparison.base?.period ?? null) : null}
    .today=${lastDayOf(comparison)}
    .focused=${view.focus}
    .pinned=${view.t}
    .describe=${(line: ComparedLine, one: ComparedLine["observations"][number]) =>
      describeValue(line, one, comparison, reader)}
    @kurs-figure-focus=${({ detail }: CustomEvent<{ id: string | null }>) =>
      adjust({ focus: detail.id })}
    @kurs-figure-pin=${({ detail }: CustomEvent<{ period: string | null }>) =>
      adjust({ t: detail.period })}
    @kurs-figure-range=${({
      detail: { span },
    }: CustomEvent<{ span: { from: string; to: string } | null }>) =>
      adjust(span ?? { from: null, to: null })}
    @kurs-figure-choice=${({ detail }: CustomEvent<{ choice: string }>) => {
      const changes = choiceOf(detail.choice, view, isLogRefused(comparison));
      if (changes) choose(changes);
    }}
  ></kurs-line-figure>`;
}

const none: readonly ListedEvent[] = [];

/** Today; where a period goes on after the last day observed, that day, since the period is told so far. */
function lastDayOf({ lineup, unfinished }: Comparison): string {
  const days = lineup.series.filter(({ id }) => unfinished.includes(id));
  return days.map(({ lastDay }) => lastDay).sort()[0] ?? isoDay(Date.now());
}

/** What the keys T, I and L of a chart change; null where there is no such choice. */
function choiceOf(choice: string, { dir, scale }: View, isRefused: boolean): Partial<View> | null {
  if (choice === "table") return { view: "table" };
  if (choice === "direction") return { dir: dir === "inv" ? "quote" : "inv" };
  return isRefused ? null : { scale: scale === "log" ? "lin" : "log" };
}
