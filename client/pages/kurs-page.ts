import { type CSSResultGroup, html, nothing, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import { ApiProblem } from "../api/api-problem.ts";
import type { Change } from "../api/changes.ts";
import type { Failure } from "../components/kurs-problem.ts";
import { KursElement } from "../components/kurs-element.ts";
import { fillText } from "../strings/fill-text.ts";
import { base, card, chip } from "../styles/base.styles.ts";
import { controls } from "../styles/controls.styles.ts";
import { pageStyles } from "../styles/page.styles.ts";
import { retryMoment } from "./recovery.ts";
import { addressOfPage, type Page, type Route, writeRoute } from "./route.ts";
import { plainView, type View } from "./view.ts";
import "../components/kurs-loading.ts";
import "../components/kurs-problem.ts";
import "./kurs-empty-hint.ts";

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
 * @fires kurs-ignored - The address says something in vain. Detail: `{ key }`, to be left out of it.
 */
export class KursPage extends KursElement {
  static override styles: CSSResultGroup = [base, card, chip, controls, pageStyles];

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

  /** Goes to another page of the reader's language. */
  protected visit(page: Page) {
    this.#navigate({ href: this.hrefOf(page) });
  }

  /** Leaves what the address says under this key out of account, and tells the reader so. */
  protected ignore(key: keyof View) {
    const detail = { key };
    this.dispatchEvent(new CustomEvent("kurs-ignored", { detail, bubbles: true }));
  }

  /** Reads again, quietly, what imports have changed of what is shown; true where that was something. */
  async readAgain(changes: readonly Change[]): Promise<boolean> {
    // What was known on a day does not change.
    const tasks = this.route.view.asof === null ? this.affectedBy(changes) : [];
    await Promise.all(tasks.map((task) => task.run()));
    return tasks.length > 0;
  }

  /** What is to be read again after some imports; what depends on it follows by itself. */
  protected affectedBy(_: readonly Change[]): readonly { run: () => Promise<void> }[] {
    return [];
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

  /** What went wrong, with a button that tries again, or a way on; nothing where nothing did. Where there are no figures at all, that. */
  protected renderProblem(error: unknown, retry: () => Promise<void>) {
    if (error === undefined) return nothing;
    const problem = html`<kurs-problem
      .texts=${this.texts}
      .failure=${failureOf(error)}
      .wayOn=${this.#wayOn}
      @kurs-retry=${retry}
    ></kurs-problem>`;
    if (!(error instanceof ApiProblem && absent.includes(error.kind))) return problem;
    return this.renderEmptyHint(problem);
  }

  /** From a page of which there is none: to the list that it would be in, or home. */
  get #wayOn() {
    const list = { series: "sources", "import-report": "import" } as const;
    const { name } = this.route.page;
    if (name !== "series" && name !== "import-report")
      return { href: this.hrefOf({ name: "overview" }), text: this.texts["state.home"] };
    return { href: this.hrefOf({ name: list[name] }), text: this.texts[`nav.${list[name]}`] };
  }

  /** That there are no figures at all, and how they come in; where there are some, something else. */
  protected renderEmptyHint(otherwise: unknown = nothing) {
    const { texts, route } = this;
    return html`<kurs-empty-hint .texts=${texts} .language=${route.language}
      >${otherwise}</kurs-empty-hint
    >`;
  }
}

/** What is not there may be missing because nothing is. */
const absent: readonly string[] = ["no-rate", "unknown-series", "unknown-dataset", "not-found"];

/** What went wrong, to be told. A fault of ours is no problem of the API: it is `internal`, with its own words. */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof ApiProblem))
    return { kind: "internal", detail: String(error), retryAfterSeconds: null };
  const { kind, detail, retryAfterSeconds, requestId } = error;
  return { kind, detail, retryAfterSeconds, requestId, retryAt: retryMoment(error) };
}

declare global {
  interface HTMLElementEventMap {
    "kurs-navigate": CustomEvent<NavigateDetail>;
    "kurs-title": CustomEvent<{ title: string }>;
    "kurs-ignored": CustomEvent<{ key: keyof View }>;
  }
}
