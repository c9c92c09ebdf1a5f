import { html, LitElement, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { type Theme, themes } from "../components/kurs-site-header.ts";
import type { Locale } from "../format/locale.ts";
import { loadLocale } from "../format/locales.ts";
import type { Strings } from "../strings/en.ts";
import { fillText } from "../strings/fill-text.ts";
import { isLanguage, type Language, languageNames, loadStrings } from "../strings/strings.ts";
import { inAppHref } from "./in-app-link.ts";
import type { KursPage, NavigateDetail } from "./kurs-page.ts";
import { languagesOf, linksOf } from "./navigation.ts";
import { loadPage, renderPage } from "./page-element.ts";
import { addressOfPage, readRoute, type Route, writeRoute } from "./route.ts";
import { chooseTheme, readTheme } from "./theme.ts";

/** What is on show: a route with the texts and facts of its language. */
interface Shown {
  route: Route;
  ignored: string[];
  texts: Strings;
  locale: Locale;
}

/** The frame of every page: header, main, footer; it follows the address and every link within it. */
@customElement("kurs-app")
export class KursApp extends LitElement {
  @state() private shown: Shown | null = null;
  @state() private theme: Theme = readTheme();
  #opening = 0;

  /** In the light DOM, so that skip link, landmarks and print styles are the document's own. */
  protected override createRenderRoot() {
    return this;
  }

  override connectedCallback() {
    super.connectedCallback();
    addEventListener("popstate", this.#follow);
    this.addEventListener("click", this.#click);
    void this.#open(location.pathname, location.search);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener("popstate", this.#follow);
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
      ${ignored.map(
        (parameter) =>
          html`<p class="ignored" role="status">${fillText(texts.ignored, { parameter })}</p>`,
      )}
      <main id="main" tabindex="-1" @kurs-navigate=${this.#navigate} @kurs-title=${this.#retitle}>
        ${renderPage(route, { texts, locale })}
      </main>
      <footer>
        <div>
          <a href=${addressOfPage(route.language, { name: "sources" })}
            >${texts["footer.sources"]}</a
          >
          <p>${texts["footer.disclaimer"]}</p>
        </div>
      </footer>`;
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
    if (before && before.page.name !== route.page.name) await this.#arrive();
  }

  /** As after loading a page: at its top, with its heading announced. */
  async #arrive() {
    const page = this.querySelector<KursPage>("main > *");
    await page?.updateComplete;
    page?.focusHeading();
    scrollTo(0, 0);
  }

  #go(href: string) {
    history.pushState(null, "", href);
    this.#follow();
  }

  /** A page whose script is not there any more, as after a new build, is asked for whole: the address is right already. */
  readonly #follow = () =>
    void this.#open(location.pathname, location.search).catch(() => location.reload());

  readonly #click = (event: MouseEvent) => {
    const href = inAppHref(event);
    if (href === null) return;
    event.preventDefault();
    this.#go(href);
  };

  #navigate({ detail: { href } }: CustomEvent<NavigateDetail>) {
    this.#go(href);
  }

  #chooseLanguage({ detail: { language } }: CustomEvent<{ language: string }>) {
    if (this.shown && isLanguage(language)) this.#go(writeRoute({ ...this.shown.route, language }));
  }

  #chooseTheme({ detail }: CustomEvent<{ theme: string }>) {
    this.theme = themes.find((theme) => theme === detail.theme) ?? "system";
    chooseTheme(this.theme);
  }

  #retitle({ detail: { title } }: CustomEvent<{ title: string }>) {
    if (this.shown) document.title = fillText(this.shown.texts["site.pageTitle"], { title });
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
