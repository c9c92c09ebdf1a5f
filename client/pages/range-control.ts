import { html } from "lit";
import { lastDayOf, readPeriod } from "../../server/contract/period.ts";
import { choiceButtons } from "../components/choice-buttons.ts";
import type { Reader } from "./reader.ts";
import type { TimeSpan } from "./time-span.ts";
import type { View } from "./view.ts";
import { type Range, ranges } from "./view-values.ts";

/** Where a choice of the span leads: a range is a choice, a date is typed. */
export interface RangeActions {
  choose: (changes: Partial<View>) => void;
  adjust: (changes: Partial<View>) => void;
}

/** What is offered, which of it is pressed, and the days that are shown. */
export interface RangeWish {
  offered?: readonly Range[];
  range: Range;
  span: TimeSpan;
  frozen: boolean;
}

/** Rolling ranges as buttons, and two date fields. Dates leave no range pressed; a range takes the dates away. */
export function rangeControl(
  { offered = ranges, range, span, frozen }: RangeWish,
  { texts }: Pick<Reader, "texts">,
  { choose, adjust }: RangeActions,
) {
  const choices = offered.map((one) => ({
    value: one,
    text: texts[`range.${one}`],
    spoken: texts[`rangeName.${one}`],
  }));
  return html`${choiceButtons(texts["range.label"], frozen ? "" : range, choices, (value) => {
      const chosen = ranges.find((one) => one === value);
      if (chosen) choose({ range: chosen, from: null, to: null });
    })}
    <label class="date"
      >${texts["range.from"]}
      <input
        type="date"
        .value=${readPeriod(span.start ?? "")?.start ?? ""}
        @change=${(event: Event) => adjust({ from: typedDay(event) })}
    /></label>
    <label class="date"
      >${texts["range.to"]}
      <input
        type="date"
        .value=${endDay(span.end)}
        @change=${(event: Event) => adjust({ to: typedDay(event) })}
    /></label>`;
}

function endDay(end: string | null): string {
  const period = readPeriod(end ?? "");
  return period ? lastDayOf(period) : "";
}

/** Null for a field that was emptied. */
function typedDay({ target }: Event): string | null {
  const { value } = target as HTMLInputElement;
  return value === "" ? null : value;
}
