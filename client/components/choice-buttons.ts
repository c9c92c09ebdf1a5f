import { html } from "lit";
import type { Choice } from "./kurs-choice.ts";
import "./kurs-choice.ts";

/** Choices beside each other, of which one is taken; `choose` hears of another. */
export function choiceButtons(
  label: string,
  value: string,
  choices: readonly Choice[],
  choose: (value: string) => void,
) {
  return html`<kurs-choice
    .label=${label}
    .value=${value}
    .choices=${choices}
    @kurs-choose=${({ detail }: CustomEvent<{ value: string }>) => {
      choose(detail.value);
    }}
  ></kurs-choice>`;
}
