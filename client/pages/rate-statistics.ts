import { html, nothing } from "lit";
import type { Observation } from "../../server/contract/observation.ts";
import { extremesOf } from "../chart/extremes.ts";
import { formatNumber } from "../format/number.ts";
import { describePeriod } from "../format/period.ts";
import { rateText } from "./rate-text.ts";
import { fillText } from "../strings/fill-text.ts";
import { figureText, type ShownRates } from "./rate-words.ts";
import type { Reader } from "./reader.ts";

/**
 * Mean and standard deviation of a sample (n − 1), as statistical tools reckon it, which one value does not have; null
 * where there is nothing.
 */
export function spreadOf(
  values: readonly number[],
): { mean: number; deviation: number | null } | null {
  if (values.length === 0) return null;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const freedom = values.length - 1;
  return { mean, deviation: freedom === 0 ? null : Math.sqrt(squares / freedom) };
}

/** Lowest, highest, mean and standard deviation of what is shown; the API has no aggregate over any span of days. */
export function rateStatistics(shown: ShownRates, reader: Reader) {
  const { texts, locale } = reader;
  const { observations } = shown.answer;
  const found = extremesOf(observations);
  const values = observations.flatMap(({ value }) => value ?? []);
  const spread = spreadOf(values);
  if (!found || !spread) return nothing;
  const dated = (observation: Observation) =>
    html`<b>${figureText(observation, shown, reader)}</b> ·
      <time datetime=${observation.period}>${describePeriod(observation.period, locale)}</time>`;
  const count = formatNumber(values.length, locale, 0);
  return html`<section class="card stack close">
    <h2>${texts["rate.statistics"]}</h2>
    <dl class="number">
      <dt>${texts["rate.low"]}</dt>
      <dd>${dated(found.low)}</dd>
      <dt>${texts["rate.high"]}</dt>
      <dd>${dated(found.high)}</dd>
      <dt>${texts["rate.mean"]}</dt>
      <dd><b>${madeText(spread.mean - (shown.as === "pct" ? 100 : 0), shown, reader)}</b></dd>
      <dt>${texts["rate.deviation"]}</dt>
      <dd><b>${deviationText(spread.deviation, shown, reader)}</b></dd>
    </dl>
    <p class="quiet">${fillText(texts["rate.statisticsNote"], { count })}</p>
  </section>`;
}

/** A number that nobody published: five significant digits of a rate, one decimal of an index, two of per cent. */
function madeText(value: number, { as, nominal }: ShownRates, { locale }: Reader): string {
  if (as === "index") return formatNumber(value, locale, 1);
  if (as === "level")
    return rateText({ rate: value, decimals: 0, method: "cross" }, locale, nominal).text;
  return `${formatNumber(value, locale, 2)}${locale.percent}`;
}

/** Of percentages the deviation is in percentage points. */
function deviationText(value: number | null, shown: ShownRates, reader: Reader): string {
  if (value === null) return "–";
  if (shown.as === "level" || shown.as === "index") return madeText(value, shown, reader);
  return `${formatNumber(value, reader.locale, 2)}${reader.locale.points}`;
}
