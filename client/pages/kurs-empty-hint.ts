import { css, html } from "lit";
import { customElement, property } from "lit/decorators.js";
import { get } from "../api/get.ts";
import { KursElement } from "../components/kurs-element.ts";
import type { Language } from "../../server/contract/language.ts";
import { base } from "../styles/base.styles.ts";
import { controls } from "../styles/controls.styles.ts";
import { emptyHint } from "./empty-hint.ts";
import { KeptTask } from "./kept-task.ts";
import { addressOfPage } from "./route.ts";

/** Asks whether there are any figures at all: where there are none it says so, and how they come in; else it shows its content. */
@customElement("kurs-empty-hint")
export class KursEmptyHint extends KursElement {
  static override styles = [
    base,
    controls,
    css`
      .empty {
        display: flex;
        flex-direction: column;
        gap: var(--kurs-space-2);
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--kurs-space-2) var(--kurs-space-4);
      }
      code {
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property() language: Language = "en";

  readonly #isEmpty = new KeptTask(this, {
    args: () => [] as const,
    task: async (_, { signal }) => {
      const { sources } = await get("sources", {}, {}, signal);
      return sources.every(({ seriesCount }) => seriesCount === 0);
    },
  });

  override render() {
    const { kept, error } = this.#isEmpty;
    if (kept === true) return emptyHint(this, addressOfPage(this.language, { name: "import" }));
    return kept === undefined && error === undefined ? "" : html`<slot></slot>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "kurs-empty-hint": KursEmptyHint;
  }
}
