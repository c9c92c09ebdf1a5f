import { toPoints } from "../chart/gaps.ts";
import type { MultiplePanel } from "../components/kurs-small-multiples.ts";
import { formatChange } from "../format/change.ts";
import { formatNumber } from "../format/number.ts";
import { changeText } from "./comparison-value.ts";
import { isFixed } from "./overview-text.ts";
import type { IndexReading, LatestReading } from "./read-overview.ts";
import type { Reader } from "./reader.ts";

/** A panel for each currency: its value in dollars since the base day, and how much that is. */
export function indexPanels(
  latest: LatestReading,
  { answers }: IndexReading,
  { locale }: Reader,
  hrefOf: (currency: string) => string,
): MultiplePanel[] {
  return latest.perDollar.flatMap((rate) => {
    const answer = answers[rate.quote];
    const last = answer?.observations.at(-1)?.value ?? null;
    if (!answer || last === null) return [];
    const change = formatChange(100, last, locale, { fixed: isFixed(rate, latest) });
    return {
      code: rate.quote,
      name: latest.names[rate.quote] ?? rate.quote,
      latest: `${formatNumber(last, locale, 1)} ${changeText(change)}`,
      points: toPoints(answer.observations, answer.frequency),
      href: hrefOf(rate.quote),
    };
  });
}
