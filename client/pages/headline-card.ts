import { html, nothing } from "lit";
import { periodName } from "./figure.ts";
import { lastOf } from "./indicator-figure.ts";
import { valueAndUnit } from "./indicator-value.ts";
import { codeOf, titleOf } from "./measures.ts";
import type { Headline } from "./read-headlines.ts";
import type { Reader } from "./reader.ts";

/** A dataset in one number: what, where, how much and when. The whole card is one link. */
export function headlineCard(
  { dataset, measure, reading }: Headline,
  { texts, locale }: Reader,
  href: string,
) {
  const last = lastOf(reading);
  if (!last) return nothing;
  const place = titleOf(dataset, "place", codeOf(reading.series, dataset, "place"));
  const { value, unit } = valueAndUnit(last, reading.answer, measure.unitTitle, locale);
  const status = last.status ? `, ${texts[`status.${last.status}`]}` : "";
  return html`<a class="card headline" href=${href}>
    <h3>${dataset.title}</h3>
    <span class="quiet">${measure.title}, ${place}</span>
    <span><b class="value number">${value}</b> ${unit}</span>
    <span class="quiet">${periodName(last.period, { texts, locale })}${status}</span>
  </a>`;
}
