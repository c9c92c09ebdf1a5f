import { html, nothing } from "lit";
import { toPoints } from "../chart/gaps.ts";
import { byText } from "../format/by-text.ts";
import { columnsOf } from "./columns.ts";
import { periodName } from "./figure.ts";
import { lastOf, type Reading } from "./indicator-figure.ts";
import { valueText } from "./indicator-value.ts";
import type { Headline } from "./read-headlines.ts";
import type { Reader } from "./reader.ts";
import "../components/kurs-mini-columns.ts";
import "../components/kurs-mini-dots.ts";
import "../components/kurs-sparkline.ts";

/** The most periods that are drawn as columns. */
const mostColumns = 30;

/** A dataset in one number: what, where, how much and when, with the shape of its history. The whole card is one link. */
export function headlineCard(headline: Headline, reader: Reader, href: string) {
  const { dataset, readings } = headline;
  const { texts, locale } = reader;
  const newest = newestOf(readings);
  const last = newest && lastOf(newest);
  if (!newest || !last) return nothing;
  const status = last.status ? `, ${texts[`status.${last.status}`]}` : "";
  return html`<a class="card headline" href=${href}>
    <h3>${dataset.title}</h3>
    <span class="quiet">${newest.series.title}</span>
    <span class="value number">${valueText(last, newest.answer, locale)}</span>
    <span class="quiet">${periodName(last.period, reader)}${status}</span>
    <span class="mini">${mini(headline, reader)}</span>
  </a>`;
}

/** The reading with the latest figure, whatever its frequency. */
function newestOf(readings: readonly Reading[]): Reading | undefined {
  const periodOf = (reading: Reading) => lastOf(reading)?.period ?? "";
  return [...readings].sort((a, b) => byText(periodOf(b), periodOf(a)))[0];
}

/** Dots for a survey of regions, columns for a flow, a line for anything else. */
function mini({ readings, regions }: Headline, { locale }: Reader) {
  const [lead] = readings;
  if (!lead) return nothing;
  if (lead.series.kind === "survey") return regions.length > 0 ? dots(lead, regions) : nothing;
  const columns = columnsOf(readings, locale);
  if (lead.series.kind === "flow" && columns.length <= mostColumns)
    return html`<kurs-mini-columns .values=${columns}></kurs-mini-columns>`;
  const points = toPoints(lead.answer.observations, lead.answer.frequency);
  const span = [points[0]?.x ?? 0, points.at(-1)?.x ?? 1];
  return html`<kurs-sparkline .points=${points} .span=${span}></kurs-sparkline>`;
}

function dots(lead: Reading, regions: readonly Reading[]) {
  const dotOf = (reading: Reading, whole: boolean) => {
    const value = lastOf(reading)?.value ?? null;
    const code = reading.series.dimensions.REF_AREA ?? "";
    return value === null ? [] : [{ code, value, whole }];
  };
  const all = [...regions.flatMap((one) => dotOf(one, false)), ...dotOf(lead, true)];
  return html`<kurs-mini-dots .dots=${all}></kurs-mini-dots>`;
}
