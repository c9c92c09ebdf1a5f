import { html, nothing } from "lit";
import { isoDay } from "../../server/contract/period.ts";
import { toPoints } from "../chart/gaps.ts";
import { describePeriod } from "../format/period.ts";
import { fillText } from "../strings/fill-text.ts";
import { type ComparedLine, linesOf } from "./comparison-lines.ts";
import { comparisonRows } from "./comparison-table.ts";
import { describeValue, notesOf, spanOfLines, subtitleOf, summaryOf } from "./comparison-words.ts";
import type { RangeActions } from "./range-control.ts";
import type { Comparison } from "./read-comparison.ts";
import type { Reader } from "./reader.ts";
import type { View } from "./view.ts";
import "../components/kurs-line-figure.ts";
import "../components/kurs-series-table.ts";
import "../components/kurs-small-multiples.ts";

/** Where the choices in a figure lead. */
export interface FigureActions extends RangeActions {
  hrefWith: (changes: Partial<View>) => string;
}

/** More lines than this are hard to follow on one chart. */
const mostLines = 5;

/** The comparison as the view has it: chart, small multiples or table, with what must be said of it. */
export function compareFigure(
  read: Comparison,
  view: View,
  reader: Reader,
  actions: FigureActions,
) {
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
    ${drawing(comparison, lines, view, reader, actions)} ${notes(comparison, reader)}
  </div>`;
}

function notes(comparison: Comparison, reader: Reader) {
  const said = notesOf(comparison, reader);
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

function emptyNote({ as, base }: Comparison, { texts }: Reader, { hrefWith }: FigureActions) {
  const isUnshared = (as === "index" || as === "pct") && base === null;
  return html`<p>${texts[isUnshared ? "compare.noBase" : "state.nothingInRange"]}</p>
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
  view: View,
  reader: Reader,
  actions: FigureActions,
) {
  if (view.view === "table") return table(comparison, lines, reader);
  if (view.view === "tiles") return tiles(comparison, lines, view, reader);
  return chart(comparison, lines, view, reader, actions);
}

function chart(
  comparison: Comparison,
  lines: ComparedLine[],
  view: View,
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
    @kurs-figure-choice=${({ detail }: CustomEvent<{ choice: string }>) =>
      choose(choiceOf(detail.choice, view))}
  ></kurs-line-figure>`;
}

/** Today; where a period goes on after the last day observed, that day, since the period is told so far. */
function lastDayOf({ lineup, unfinished }: Comparison): string {
  const days = lineup.series.filter(({ id }) => unfinished.includes(id));
  return days.map(({ lastDay }) => lastDay).sort()[0] ?? isoDay(Date.now());
}

/** What the keys T, I and L of a chart change. */
function choiceOf(choice: string, { dir, scale }: View): Partial<View> {
  if (choice === "table") return { view: "table" };
  if (choice === "direction") return { dir: dir === "inv" ? "quote" : "inv" };
  return { scale: scale === "log" ? "lin" : "log" };
}

function tiles(comparison: Comparison, lines: ComparedLine[], view: View, reader: Reader) {
  const { texts, locale } = reader;
  const { first, last, span } = spanOfLines(lines);
  const unlike = new Set(lines.map(({ unit }) => unit)).size > 1;
  const baseline = { index: 100, pct: 0, yoy: 0, level: null }[comparison.as];
  return html`<kurs-small-multiples
    .texts=${texts}
    .locale=${locale}
    .label=${texts["compare.title"]}
    .uniform=${view.uniform === "1" && !unlike}
    .baseline=${baseline}
    .span=${span}
    .spanTexts=${[describePeriod(first, locale), describePeriod(last, locale)]}
    .panels=${lines.map(({ code, name, latest, change, frequency, observations }) => ({
      code,
      name,
      latest: change === undefined ? latest : `${latest} ${change}`,
      points: toPoints(observations, frequency),
    }))}
  ></kurs-small-multiples>`;
}

function table(comparison: Comparison, lines: ComparedLine[], reader: Reader) {
  const { texts } = reader;
  const { rows, isThinned } = comparisonRows(comparison, lines, reader);
  return html`<kurs-series-table
      .texts=${texts}
      .caption=${fillText(texts["table.caption"], { title: subtitleOf(comparison, reader) })}
      .columns=${[texts["table.period"], ...lines.map(({ name }) => name)]}
      .rows=${rows}
    ></kurs-series-table>
    ${isThinned ? html`<p class="quiet">${texts["table.thinned"]}</p>` : nothing}`;
}
