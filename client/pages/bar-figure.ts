import { html, nothing } from "lit";
import { barsOf, countryOf, type DatedBar } from "./bars.ts";
import { type Figure, type FigureWish, periodName, statedTable } from "./figure.ts";
import { type BarKind, barKinds } from "./indicator-figure.ts";
import { titleOf } from "./measures.ts";
import type { Reader } from "./reader.ts";
import "../components/kurs-bar-list.ts";

const heads = {
  region: "indicator.place",
  age: "indicator.age",
  period: "table.period",
} as const satisfies Record<BarKind, string>;

/** The last figures of several places or ages, or the few of one place, as bars from zero. */
export function barFigure(wish: FigureWish, reader: Reader): Figure {
  const { dataset, measure, readings, view } = wish;
  const kinds = barKinds(dataset, measure);
  const kind = kinds.find((one) => one === view.by) ?? kinds[0] ?? "period";
  const barWish = { dataset, readings, geo: view.geo, locale: reader.locale };
  const { bars, period } = dated(barsOf(kind, barWish), kind, reader);
  const country = titleOf(dataset, "place", countryOf(barWish));
  // A ranking of countries is of none of them; regions and ages are of one.
  const ofCountry = dataset.kind === "survey" || kind !== "region";
  const rows = bars.map(({ name, text, status, kind: part }) => ({
    head: name,
    text,
    status,
    strong: part === "average",
  }));
  return {
    title: ofCountry ? `${measure.title}, ${country}` : measure.title,
    subtitle: [measure.unitTitle, period].filter((part) => part !== "").join(", "),
    drawing: html`<kurs-bar-list .texts=${reader.texts} .bars=${bars}></kurs-bar-list> ${
        kind === "region" && ofCountry
          ? html`<p class="quiet">${reader.texts["indicator.publishedOnly"]}</p>`
          : nothing
      }`,
    sources: bars.map(({ source }) => source),
    ...statedTable(heads[kind], rows, reader),
  };
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
