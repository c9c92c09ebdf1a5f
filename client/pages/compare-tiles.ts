import { html } from "lit";
import { toPoints } from "../chart/gaps.ts";
import { describePeriod } from "../format/period.ts";
import type { ComparedLine } from "./comparison-lines.ts";
import { spanOfLines } from "./comparison-words.ts";
import type { Comparison } from "./read-comparison.ts";
import type { Reader } from "./reader.ts";
import type { View } from "./view.ts";
import "../components/kurs-small-multiples.ts";

/** A comparison as small charts side by side, on one scale where the lines have one unit and the view wants it. */
export function compareTiles(
  comparison: Comparison,
  lines: readonly ComparedLine[],
  view: View,
  reader: Reader,
) {
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
