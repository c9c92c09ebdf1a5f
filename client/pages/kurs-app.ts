import { html, LitElement, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { type Theme, themes } from "../components/kurs-site-header.ts";
import type { Locale } from "../format/locale.ts";
import { loadLocale } from "../format/locales.ts";
import type { Strings } from "../strings/en.ts";
import { fillText } from "../strings/fill-text.ts";
import { isLanguage, type Language, languageNames, loadStrings } from "../strings/strings.ts";
import { AddressBar } from "./address-bar.ts";
import { describePage, headLinks, writeHead } from "./head-tags.ts";
import { inAppHref } from "./in-app-link.ts";
import type { KursPage, NavigateDetail } from "./kurs-page.ts";
import { languagesOf, linksOf } from "./navigation.ts";
import { loadPage, renderPage } from "./page-element.ts";
import { addressOfPage, readRoute, type Route, writeRoute } from "./route.ts";
import { readLastUpdate, renderFooter } from "./site-footer.ts";
import { chooseTheme, readTheme } from "./theme.ts";

/** What is on show: a route with the texts and facts of its language. */
interface Shown {
  route: Route;
  ignored: string[];
  texts: Strings;
  locale: Locale;
}

const afterPageMs = 1500;

/** The frame of every page: header, main, footer; it follows the address and every link within it. */
@customElement("kurs-app")
export class KursApp extends LitElement {
  @state() private shown: Shown | null = null;
  @state() private theme: Theme = readTheme();
  @state() private lastUpdate: string | null = null;
  readonly #bar = new AddressBar();
  #left = new AbortController();
  #opening = 0;
  #title = "";

  /** In the light DOM, so that skip link, landmarks and print styles are the document's own. */
  protected override createRenderRoot() {
    return this;
  }

  override connectedCallback() {
    super.connectedCallback();
    this.#left = new AbortController();
    addEventListener("popstate", this.#return);
    this.addEventListener("click", this.#click);
    void this.#open(location.pathname, location.search).then(() => this.#readLastUpdate());
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#left.abort();
    removeEventListener("popstate", this.#return);
    this.removeEventListener("click", this.#click);
  }

  override render() {
    if (!this.shown) return nothing;
    const { route, texts, ignored, locale } = this.shown;
    return html`<kurs-site-header
        .texts=${texts}
        .home=${addressOfPage(route.language, { name: "overview" })}
        .links=${linksOf(route, texts)}
        .languages=${languagesOf(route.language).map((code) => ({
          code,
          name: languageNames[code],
        }))}
        .language=${route.language}
        .theme=${this.theme}
        @kurs-language=${this.#chooseLanguage}
        @kurs-theme=${this.#chooseTheme}
      ></kurs-site-header>
      ${ignored.length > 0 ? this.#renderIgnored(ignored, texts) : nothing}
      <main id="main" tabindex="-1" @kurs-navigate=${this.#navigate} @kurs-title=${this.#retitle}>
        ${renderPage(route, { texts, locale })}
      </main>
      ${renderFooter(route, this.lastUpdate, { texts, locale })}`;
  }

  /** What the address says in vain, until it is dismissed. */
  #renderIgnored(ignored: readonly string[], texts: Strings) {
    const parameter = ignored.join(", ");
    return html`<div class="ignored">
      <p role="status">${fillText(texts.ignored, { parameter })}</p>
      <button type="button" @click=${this.#dismiss}>${texts["ignored.dismiss"]}</button>
    </div>`;
  }

  #dismiss() {
    if (this.shown) this.shown = { ...this.shown, ignored: [] };
    this.querySelector<HTMLElement>("main")?.focus();
  }

  /** Shows the page at an address. What was asked for later wins over what comes later. */
  async #open(pathname: string, search: string) {
    const opening = (this.#opening += 1);
    const { route, ignored } = readRoute(pathname, search, preferredLanguage());
    const [{ texts }, locale] = await Promise.all([
      loadStrings(route.language),
      loadLocale(route.language),
      loadPage(route.page.name),
    ]);
    if (opening !== this.#opening) return;
    if (pathname === "/") history.replaceState(null, "", writeRoute(route));
    const before = this.shown?.route;
    this.shown = { route, ignored, texts, locale };
    document.documentElement.lang = route.language;
    await this.updateComplete;
    this.#writeHead();
    if (before && before.page.name !== route.page.name) await this.#arrive();
  }

  /** What stands in the document's head, of the page that is shown now. */
  #writeHead() {
    if (!this.shown) return;
    const { route, texts } = this.shown;
    const title = this.#title;
    if (title !== "") document.title = fillText(texts["site.pageTitle"], { title });
    writeHead(headLinks(route, location.origin), describePage(route, title, texts));
  }

  /** As after loading a page: at its top, with its heading announced. */
  async #arrive() {
    const page = this.querySelector<KursPage>("main > *");
    await page?.updateComplete;
    page?.focusHeading();
    scrollTo(0, 0);
  }

  #go(href: string) {
    this.#bar.push(href);
    this.#follow();
  }

  /** The address follows when the reader pauses; the page at once. */
  #pass(href: string) {
    this.#bar.replaceSoon(href);
    const { pathname, search } = new URL(href, location.href);
    void this.#open(pathname, search);
  }

  /** A page whose script is not there any more, as after a new build, is asked for whole: the address is right already. */
  readonly #follow = () =>
    void this.#open(location.pathname, location.search).catch(() => location.reload());

  readonly #return = () => {
    this.#bar.forget();
    this.#follow();
  };

  readonly #click = (event: MouseEvent) => {
    const href = inAppHref(event);
    if (href === null) return;
    event.preventDefault();
    this.#go(href);
  };

  #navigate({ detail: { href, passing } }: CustomEvent<NavigateDetail>) {
    if (passing) this.#pass(href);
    else this.#go(href);
  }

  /** Only after the page: the footer is the last to be looked at, and does without it where it does not come. */
  async #readLastUpdate() {
    const { signal } = this.#left;
    await new Promise((resolve) => setTimeout(resolve, afterPageMs));
    const update = await readLastUpdate(signal).catch(() => null);
    if (!signal.aborted) this.lastUpdate = update;
  }

  #chooseLanguage({ detail: { language } }: CustomEvent<{ language: string }>) {
    if (this.shown && isLanguage(language)) this.#go(writeRoute({ ...this.shown.route, language }));
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

/** The first language of the reader's browser that we have; else English. */
function preferredLanguage(): Language {
  const codes = navigator.languages.map((tag) => tag.slice(0, 2));
  return codes.find(isLanguage) ?? "en";
}

declare global {
  interface HTMLElementTagNameMap {
    "kurs-app": KursApp;
  }
}
