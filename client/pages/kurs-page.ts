import { css, type CSSResultGroup, html, nothing, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import { ApiProblem } from "../api/api-problem.ts";
import type { Failure } from "../components/kurs-problem.ts";
import { KursElement } from "../components/kurs-element.ts";
import { fillText } from "../strings/fill-text.ts";
import { base, card, controls } from "../styles/base.styles.ts";
import { addressOfPage, type Page, type Route, writeRoute } from "./route.ts";
import { plainView, type View } from "./view.ts";
import "../components/kurs-loading.ts";
import "../components/kurs-problem.ts";

/** A choice of the reader that makes another address: `href` is where to go; with `passing`, no step that Back undoes. */
export interface NavigateDetail {
  href: string;
  passing?: boolean;
}

/**
 * What every page has: the route it shows, one `h1`, the way to another view, and its states.
 *
 * @fires kurs-navigate - The reader chose another view of the page. Detail: `{ href, passing }`.
 * @fires kurs-title - The page has a (new) title. Detail: `{ title }`.
 */
export class KursPage extends KursElement {
  static override styles: CSSResultGroup = [
    base,
    card,
    controls,
    css`
      :host {
        container-type: inline-size;
      }
      .stack {
        display: flex;
        flex-direction: column;
        gap: var(--kurs-space-5);
      }
      .close {
        gap: var(--kurs-space-2);
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--kurs-space-3) var(--kurs-space-4);
      }
      .old {
        color: var(--kurs-warn);
        background: var(--kurs-warn-surface);
        border-radius: var(--kurs-radius-control);
        padding: 0 var(--kurs-space-2);
      }
      .card.stack {
        gap: var(--kurs-space-4);
      }
      .card {
        container-type: inline-size;
      }
    `,
  ];

  @property({ attribute: false }) route: Route = {
    language: "en",
    page: { name: "overview" },
    view: plainView,
  };
  #title = "";

  /** Moves the focus to the page's heading, as after a navigation. */
  focusHeading() {
    this.renderRoot.querySelector("h1")?.focus({ preventScroll: true });
  }

  /** The page's name, for its heading and the window. */
  protected get heading(): string {
    return "";
  }

  override updated() {
    const title = this.heading;
    if (title === this.#title) return;
    this.#title = title;
    this.dispatchEvent(new CustomEvent("kurs-title", { detail: { title }, bubbles: true }));
  }

  /** The address of a page in the reader's language. */
  protected hrefOf(page: Page, view: Partial<View> = {}): string {
    return addressOfPage(this.route.language, page, view);
  }

  /** The address of this page with some of its view changed. */
  protected hrefWith(changes: Partial<View>): string {
    return writeRoute({ ...this.route, view: { ...this.route.view, ...changes } });
  }

  /** Goes to this page with some of its view changed: a choice, which Back undoes. */
  protected choose(changes: Partial<View>) {
    this.#navigate({ href: this.hrefWith(changes) });
  }

  /** Shows this page with some of its view changed, while the reader drags or types: Back undoes the whole of it. */
  protected adjust(changes: Partial<View>) {
    this.#navigate({ href: this.hrefWith(changes), passing: true });
  }

  #navigate(detail: NavigateDetail) {
    this.dispatchEvent(new CustomEvent("kurs-navigate", { detail, bubbles: true }));
  }

  /** The text with this key, filled. */
  protected fill(key: keyof KursElement["texts"], values: Readonly<Record<string, string>>) {
    return fillText(this.texts[key], values);
  }

  /** The heading of the page; it takes the focus after a navigation. */
  protected renderHeading(text = this.heading): TemplateResult {
    return html`<h1 tabindex="-1">${text}</h1>`;
  }

  protected renderLoading(): TemplateResult {
    return html`<kurs-loading .texts=${this.texts}></kurs-loading>`;
  }

  /** What went wrong, with a button that tries again; nothing where nothing did. */
  protected renderProblem(error: unknown, retry: () => Promise<void>) {
    if (error === undefined) return nothing;
    return html`<kurs-problem
      .texts=${this.texts}
      .failure=${failureOf(error)}
      @kurs-retry=${retry}
    ></kurs-problem>`;
  }
}

/** What went wrong, to be told. A fault of ours is no problem of the API: it is `internal`, with its own words. */
export function failureOf(error: unknown): Failure {
  return error instanceof ApiProblem
    ? error
    : { kind: "internal", detail: String(error), retryAfterSeconds: null };
}

declare global {
  interface HTMLElementEventMap {
    "kurs-navigate": CustomEvent<NavigateDetail>;
    "kurs-title": CustomEvent<{ title: string }>;
  }
}
