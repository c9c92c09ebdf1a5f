import { html, nothing } from "lit";
import type { Observations } from "../../server/contract/observation.ts";
import { fillPath, paths } from "../../server/contract/paths.ts";
import type { Frequency } from "../../server/contract/period.ts";
import { joinedDays } from "../chart/gaps.ts";
import { formatNumber } from "../format/number.ts";
import { describePeriod } from "../format/period.ts";
import { fillText } from "../strings/fill-text.ts";
import type { KnownExtent } from "./nothing-shown.ts";
import type { SeriesName } from "./read-series.ts";
import type { Reader } from "./reader.ts";
import type { KnownGap } from "./series-gaps.ts";

/** The most gaps that are listed. */
const mostGaps = 12;

/** Where the series has no figures, newest first. */
export function gapList(
  gaps: readonly KnownGap[],
  frequency: Frequency,
  { texts, locale }: Reader,
) {
  const rest = gaps.length - mostGaps;
  const days = String(joinedDays[frequency]);
  return html`<section class="card stack close">
    <h2>${texts["series.gaps"]}</h2>
    ${
      gaps.length === 0
        ? html`<p>${fillText(texts["series.noGaps"], { days })}</p>`
        : html`<p class="quiet">${fillText(texts["series.gapRule"], { days })}</p>
            <ul class="lines number">
              ${gaps.slice(0, mostGaps).map(
                ({ after, before }) =>
                  html`<li>
                    ${fillText(texts["series.gap"], {
                      after: describePeriod(after, locale),
                      before: describePeriod(before, locale),
                    })}
                  </li>`,
              )}
            </ul>
            ${
              rest > 0
                ? html`<p class="quiet">
                    ${fillText(texts["series.moreGaps"], { count: formatNumber(rest, locale, 0) })}
                  </p>`
                : nothing
            }`
    }
  </section>`;
}

/** The periods of the first and the last observation. */
export function extentOf({ observations }: Observations): KnownExtent {
  const [first, last] = [observations[0], observations.at(-1)];
  return { first: first?.period ?? null, last: last?.period ?? null };
}

/** The addresses of the series in the API. */
export function apiAddresses(name: SeriesName, lastPeriod: string | null, { texts }: Reader) {
  const parts = { dataset: name.dataset, key: name.key };
  const observations = fillPath(paths.observations, parts);
  const rows: (readonly [string, string])[] = [
    [texts["series.apiSeries"], fillPath(paths.series, parts)],
    [texts["series.apiObservations"], observations],
    [texts["series.apiCsv"], `${observations}?format=csv`],
    ...(lastPeriod === null
      ? []
      : [
          [
            texts["series.apiReceipt"],
            fillPath(paths.receipt, { ...parts, period: lastPeriod }),
          ] as const,
        ]),
  ];
  return html`<dl>
    ${rows.map(
      ([term, href]) =>
        html`<dt>${term}</dt>
          <dd>
            <a href=${href}><code>${href}</code></a>
          </dd>`,
    )}
  </dl>`;
}
