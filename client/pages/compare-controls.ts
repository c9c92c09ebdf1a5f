import { html, nothing } from "lit";
import { frequencies, readPeriod } from "../../server/contract/period.ts";
import { choiceButtons } from "../components/choice-buttons.ts";
import { isLogRefused } from "./comparison-lines.ts";
import { commonFrequency, rangeFor, rangesFor } from "./comparison-plan.ts";
import { type RangeActions, rangeControl } from "./range-control.ts";
import type { Comparison } from "./read-comparison.ts";
import type { Reader } from "./reader.ts";
import { scaleControl } from "./scale-control.ts";
import { plainView, type View } from "./view.ts";
import { coarseness, transforms } from "./view-values.ts";

type Choose = RangeActions["choose"];

/** All that changes how a comparison is told: span, transform, direction of rates, base, frequency, and the view. */
export function compareControls(
  comparison: Comparison,
  view: View,
  reader: Reader,
  actions: RangeActions,
) {
  const isRefused = isLogRefused(comparison);
  const { choose, adjust } = actions;
  const { as, common, lineup, span } = comparison;
  const hasPairs = lineup.series.some(({ pair }) => pair !== null);
  const lastDay =
    lineup.series
      .map((one) => one.lastDay)
      .sort()
      .at(-1) ?? null;
  const range = {
    offered: rangesFor(common),
    range: rangeFor(common, view),
    span: { ...span, end: span.end ?? lastDay },
    frozen: view.from !== null || view.to !== null,
  };
  return html`<div class="row">${rangeControl(range, reader, actions)}</div>
    <div class="row">
      ${transformChoice(comparison, reader, choose)}
      ${hasPairs && as !== "level" ? directionChoice(view, reader, choose) : nothing}
      ${frequencyChoice(comparison, reader, choose)}
      ${
        as === "index" || as === "pct"
          ? html`<label class="date"
              >${reader.texts["compare.base"]}
              <input
                type="date"
                .value=${readPeriod(view.base ?? comparison.base?.period ?? "")?.start ?? ""}
                @change=${({ target }: Event) =>
                  adjust({ base: (target as HTMLInputElement).value || null })}
            /></label>`
          : nothing
      }
      ${view.view === "chart" ? scaleControl(view, isRefused, reader, choose) : nothing}
      ${viewChoice(view, reader, choose)}
    </div>
    ${
      view.view === "chart" && isRefused
        ? html`<p class="quiet">${reader.texts["scale.refused"]}</p>`
        : nothing
    }`;
}

function transformChoice({ as }: Comparison, { texts }: Reader, choose: Choose) {
  const choices = transforms.map((one) => ({ value: one, text: texts[`as.${one}`] }));
  return choiceButtons(texts["as.label"], as, choices, (value) => {
    const chosen = transforms.find((one) => one === value);
    if (chosen) choose({ as: chosen });
  });
}

function directionChoice({ dir }: View, { texts }: Reader, choose: Choose) {
  const choices = [
    { value: "quote", text: texts["compare.local"] },
    { value: "inv", text: texts["compare.dollar"] },
  ];
  return choiceButtons(texts["compare.direction"], dir, choices, (value) =>
    choose({ dir: value === "inv" ? "inv" : "quote" }),
  );
}

/** The common frequency and what is coarser; nothing to choose where that is one. */
function frequencyChoice({ lineup, common }: Comparison, { texts }: Reader, choose: Choose) {
  const own = commonFrequency(lineup.series, { freq: plainView.freq });
  const offered = coarseness.filter(
    (one) => frequencies.indexOf(upper(one)) >= frequencies.indexOf(own),
  );
  const isSurveyOnly = lineup.series.every(({ kind }) => kind === "survey");
  if (offered.length < 2 || isSurveyOnly) return nothing;
  const choices = offered.map((one) => ({ value: one, text: texts[`freq.${one}`] }));
  return choiceButtons(texts["freq.label"], common.toLowerCase(), choices, (value) => {
    const chosen = coarseness.find((one) => one === value);
    if (chosen) choose({ freq: upper(chosen) === own ? null : chosen });
  });
}

function viewChoice({ view }: View, { texts }: Reader, choose: Choose) {
  const views = ["chart", "tiles", "table"] as const;
  const choices = views.map((one) => ({ value: one, text: texts[`view.${one}`] }));
  return choiceButtons(texts["control.view"], view, choices, (value) => {
    const chosen = views.find((one) => one === value);
    if (chosen) choose({ view: chosen });
  });
}

const upper = (one: (typeof coarseness)[number]) =>
  one.toUpperCase() as Uppercase<(typeof coarseness)[number]>;
