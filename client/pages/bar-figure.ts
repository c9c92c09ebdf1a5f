import { html, nothing } from "lit";
import { formatNumber } from "../format/number.ts";
import { fillText } from "../strings/fill-text.ts";
import { barsOf, countryOf, type DatedBar, needDots } from "./bars.ts";
import { type Figure, type FigureWish, periodName, statedTable } from "./figure.ts";
import { type BarKind, barKinds } from "./indicator-figure.ts";
import { titleOf } from "./measures.ts";
import type { Reader } from "./reader.ts";
import "../components/kurs-bar-list.ts";
import "../components/kurs-dot-list.ts";

const heads = {
  region: "indicator.place",
  age: "indicator.age",
  period: "table.period",
} as const satisfies Record<BarKind, string>;

/** The latest figures of several places or ages, or the few of one place: bars from zero, or dots where some are none. */
export function barFigure(wish: FigureWish, reader: Reader): Figure {
  const { dataset, measure, readings, view, openReceipt } = wish;
  const { texts } = reader;
  const kinds = barKinds(dataset, measure);
  const kind = kinds.find((one) => one === view.by) ?? kinds[0] ?? "period";
  const barWish = { dataset, readings, view, texts, locale: reader.locale };
  const { bars, period } = dated(barsOf(kind, barWish), kind, reader);
  const country = titleOf(dataset, "place", countryOf(barWish));
  // A ranking of countries is of none of them; regions and ages are of one.
  const ofCountry = dataset.kind === "survey" || kind !== "region";
  const rows = bars.map(({ name, value, text, status, kind: part, series, period: of }) => ({
    head: name,
    // The status beside it says why.
    text: value === null ? "–" : text,
    status,
    strong: part === "average",
    receipt: () => {
      openReceipt(series, of, text);
    },
  }));
  return {
    title: messageOf(measure.title, bars, kind, reader) ?? measure.title,
    subtitle: [measure.title, ofCountry ? country : "", measure.unitTitle, period]
      .filter((part) => part !== "")
      .join(", "),
    drawing: html`${drawn(bars, reader)} ${notes(bars, kind === "region" && ofCountry, reader)}`,
    sources: bars.map(({ source }) => source),
    shown: bars,
    ...statedTable(heads[kind], rows, reader),
  };
}

/** Where the figure is highest: that is what a ranking says. Undefined where there is nothing to rank. */
function messageOf(
  measure: string,
  bars: readonly DatedBar[],
  kind: BarKind,
  { texts, locale }: Reader,
): string | undefined {
  // A figure of few cases is not to be built upon.
  const parts = bars.filter((bar) => bar.kind === "part" && bar.value !== null && !bar.hollow);
  if (kind === "period" || parts.length < 2) return undefined;
  const highest = parts.reduce((best, bar) => ((bar.value ?? 0) > (best.value ?? 0) ? bar : best));
  const key = kind === "age" ? "indicator.highestAge" : "indicator.highestPlace";
  const count = formatNumber(parts.length, locale, 0);
  return fillText(texts[key], { measure, name: highest.name, count });
}

function drawn(bars: readonly DatedBar[], { texts, locale }: Reader) {
  if (needDots(bars))
    return html`<kurs-dot-list .texts=${texts} .locale=${locale} .rows=${bars}></kurs-dot-list>`;
  return html`<kurs-bar-list .texts=${texts} .bars=${bars}></kurs-bar-list>`;
}

function notes(bars: readonly DatedBar[], ofRegions: boolean, { texts }: Reader) {
  const said = [
    ...(bars.some(({ hollow }) => hollow) ? [texts["indicator.fewCases"]] : []),
    ...(bars.some(({ value }) => value === null) ? [texts["indicator.noFigure"]] : []),
    ...(ofRegions ? [texts["indicator.publishedOnly"]] : []),
  ];
  return said.length === 0 ? nothing : html`<p class="quiet">${said.join(" ")}</p>`;
}

/** The one period of all bars; where they have several, each bar says its own. */
function dated(bars: DatedBar[], kind: BarKind, reader: Reader) {
  const periods = new Set(bars.map(({ period }) => period));
  const [period] = periods;
  if (kind === "period" || period === undefined) return { bars, period: "" };
  if (periods.size === 1) return { bars, period: periodName(period, reader) };
  const named = bars.map((bar) => ({
    ...bar,
    name: `${bar.name}, ${periodName(bar.period, reader)}`,
  }));
  return { bars: named, period: "" };
}
