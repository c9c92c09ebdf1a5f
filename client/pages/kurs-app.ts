import { html, LitElement, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { readToken, tokenChanges } from "../api/token.ts";
import { ForeignRuns } from "../components/foreign-runs.ts";
import { type Theme, themes } from "../components/kurs-site-header.ts";
import type { Failure } from "../components/kurs-problem.ts";
import { en } from "../strings/en.ts";
import { fillText } from "../strings/fill-text.ts";
import { isLanguage } from "../strings/strings.ts";
import { describePage, headLinks, writeHead } from "./head-tags.ts";
import { ignoredNote } from "./ignored-note.ts";
import { inAppHref } from "./in-app-link.ts";
import type { KursPage } from "./kurs-page.ts";
import { languageMenu, linksOf } from "./navigation.ts";
import { renderPage } from "./page-element.ts";
import { PageOnShow } from "./page-on-show.ts";
import { addressOfPage, writeRoute } from "./route.ts";
import { readLastUpdate, renderFooter } from "./site-footer.ts";
import { chooseTheme, readTheme } from "./theme.ts";
import "../components/kurs-problem.ts";
import "./kurs-live-notice.ts";

const afterPageMs = 1500;

/** The frame of every page: header, main, footer; it follows the address and every link within it. */
@customElement("kurs-app")
export class KursApp extends LitElement {
  @state() private theme: Theme = readTheme();
  @state() private mayWrite = readToken() !== null;
  @state() private lastUpdate: string | null = null;
  readonly #pages = new PageOnShow(this, (isAnother) => this.#drawn(isAnother));
  #left = new AbortController();
  #title = "";

  constructor() {
    super();
    this.addController(new ForeignRuns(this, () => this.#pages.shown?.texts));
  }

  /** In the light DOM, so that skip link, landmarks and print styles are the document's own. */
  protected override createRenderRoot() {
    return this;
  }

  override connectedCallback() {
    super.connectedCallback();
    this.#left = new AbortController();
    tokenChanges.addEventListener("change", this.#readToken);
    this.addEventListener("click", this.#click);
    void this.#pages.follow().then(() => this.#readLastUpdate());
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#left.abort();
    tokenChanges.removeEventListener("change", this.#readToken);
    this.removeEventListener("click", this.#click);
  }

  override render() {
    const { shown, lost } = this.#pages;
    if (!shown) return lost ? html`<main>${this.#renderLost(lost)}</main>` : nothing;
    const { route, texts, ignored, locale } = shown;
    return html`<kurs-site-header
        .texts=${texts}
        .home=${addressOfPage(route.language, { name: "overview" })}
        .links=${linksOf(route, texts, { mayWrite: this.mayWrite })}
        .languages=${languageMenu}
        .language=${route.language}
        .theme=${this.theme}
        @kurs-language=${this.#chooseLanguage}
        @kurs-theme=${this.#chooseTheme}
      ></kurs-site-header>
      ${ignoredNote(ignored, texts, this.#dismiss)}
      <main
        id="main"
        tabindex="-1"
        @kurs-navigate=${({ detail }: HTMLElementEventMap["kurs-navigate"]) => {
          this.#pages.go(detail);
        }}
        @kurs-title=${this.#retitle}
        @kurs-ignored=${({ detail }: HTMLElementEventMap["kurs-ignored"]) => {
          this.#pages.ignore(detail.key);
        }}
      >
        ${lost ? this.#renderLost(lost) : renderPage(route, { texts, locale })}
      </main>
      <kurs-live-notice
        .texts=${texts}
        .locale=${locale}
        .route=${route}
        .page=${this.#page}
        @kurs-changed=${({ detail }: HTMLElementEventMap["kurs-changed"]) => {
          this.lastUpdate = detail.at;
        }}
      ></kurs-live-notice>
      ${renderFooter(route, this.lastUpdate, { texts, locale })}`;
  }

  #renderLost(failure: Failure) {
    return html`<kurs-problem
      .texts=${this.#pages.shown?.texts ?? en}
      .failure=${failure}
      @kurs-retry=${this.#pages.follow}
    ></kurs-problem>`;
  }

  readonly #readToken = () => {
    this.mayWrite = readToken() !== null;
  };

  readonly #dismiss = () => {
    this.#pages.dismiss();
    this.querySelector<HTMLElement>("main")?.focus();
  };

  /** A page is there: after another kind of page as after loading it, at its top, with its heading announced. */
  async #drawn(isAnother: boolean) {
    this.#writeHead();
    if (!isAnother) return;
    const page = this.#page();
    await page?.updateComplete;
    page?.focusHeading();
    scrollTo(0, 0);
  }

  /** What stands in the document's head, of the page that is shown now. */
  #writeHead() {
    if (!this.#pages.shown) return;
    const { route, texts } = this.#pages.shown;
    const title = this.#title;
    if (title !== "") document.title = fillText(texts["site.pageTitle"], { title });
    writeHead(headLinks(route, location.origin), describePage(route, title, texts));
  }

  readonly #page = () => this.querySelector<KursPage>("main > *");

  readonly #click = (event: MouseEvent) => {
    const href = inAppHref(event);
    if (href === null) return;
    event.preventDefault();
    this.#pages.go({ href });
  };

  /** Only after the page: the footer is the last to be looked at, and does without it where it does not come. */
  async #readLastUpdate() {
    const { signal } = this.#left;
    await new Promise((resolve) => setTimeout(resolve, afterPageMs));
    const update = await readLastUpdate(signal).catch(() => null);
    if (!signal.aborted) this.lastUpdate = update;
  }

  #chooseLanguage({ detail: { language } }: CustomEvent<{ language: string }>) {
    const { shown } = this.#pages;
    if (shown && isLanguage(language))
      this.#pages.go({ href: writeRoute({ ...shown.route, language }) });
  }

  #chooseTheme({ detail }: CustomEvent<{ theme: string }>) {
    this.theme = themes.find((theme) => theme === detail.theme) ?? "system";
    chooseTheme(this.theme);
  }

  #retitle({ detail: { title } }: CustomEvent<{ title: string }>) {
    this.#title = title;
    this.#writeHead();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "kurs-app": KursApp;
  }
}
