import { css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { allEn, type AllStrings } from "../strings/desk/en.ts";
import { base } from "../styles/base.styles.ts";
import { codeStyles } from "../styles/code.styles.ts";
import { fillText } from "../strings/fill-text.ts";
import { indentJson } from "./indent-json.ts";
import { KursElement } from "./kurs-element.ts";

/** An answer as it came. */
export interface ShownReply {
  status: number;
  type: string;
  headers: readonly (readonly [string, string])[];
  text: string;
  isCut: boolean;
  problem: { kind: string; detail: string; retryAfterSeconds: number | null } | null;
}

const mostLines = 200;

/** Status, headers and body of an answer; a problem's sentence before them. Digits stand as they came. */
@customElement("kurs-reply")
export class KursReply extends KursElement {
  static override styles = [
    base,
    codeStyles,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: var(--kurs-space-2);
      }
      .status {
        font-weight: 600;
      }
      .good {
        color: var(--kurs-ok);
      }
      .bad {
        color: var(--kurs-error);
      }
      dl {
        display: grid;
        grid-template-columns: max-content 1fr;
        gap: 0 var(--kurs-space-3);
        font-size: var(--kurs-text-s);
        line-height: 1.5;
      }
      dt {
        color: var(--kurs-ink-2);
      }
      dd {
        overflow-wrap: anywhere;
      }
      pre {
        max-height: 24rem;
      }
      .problem {
        padding: var(--kurs-space-2) var(--kurs-space-3);
        color: var(--kurs-error);
        background: var(--kurs-error-surface);
        border-radius: var(--kurs-radius-control);
      }
    `,
  ];

  @property({ attribute: false }) override texts: AllStrings = allEn;
  @property({ attribute: false }) reply: ShownReply | null = null;

  override render() {
    if (!this.reply) return nothing;
    const { status, headers, problem, type, text, isCut } = this.reply;
    const body = type.endsWith("json") ? indentJson(text) : text;
    const lines = body.split("\n");
    const isLong = isCut || lines.length > mostLines;
    return html`<p class="status">
        ${this.texts["api.status"]}:
        <span class=${status < 400 ? "good number" : "bad number"}>${status}</span>
      </p>
      ${problem ? this.#renderProblem(problem) : nothing}
      <dl class="code">
        ${headers.map(
          ([name, value]) =>
            html`<dt>${name}</dt>
              <dd>${value}</dd>`,
        )}
      </dl>
      <pre
        tabindex="0"
        role="region"
        aria-label=${this.texts["api.body"]}
      ><code>${lines.slice(0, mostLines).join("\n")}</code></pre>
      ${isLong ? html`<p class="quiet">${this.texts["api.cut"]}</p>` : nothing}`;
  }

  #renderProblem({ kind, detail, retryAfterSeconds }: NonNullable<ShownReply["problem"]>) {
    const key = `problem.${kind}` as keyof KursElement["texts"];
    const text = Object.hasOwn(this.texts, key) ? this.texts[key] : this.texts["problem.internal"];
    const seconds = String(retryAfterSeconds ?? 60);
    return html`<p class="problem">
      ${fillText(text, { seconds })} ${fillText(this.texts["problem.detail"], { detail })}
    </p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "kurs-reply": KursReply;
  }
}
