import { css, html } from "lit";
import { customElement, property } from "lit/decorators.js";
import { base } from "../styles/base.styles.ts";
import { controls } from "../styles/controls.styles.ts";
import { KursElement } from "./kurs-element.ts";

/** A link of the main navigation. */
export interface HeaderLink {
  href: string;
  text: string;
  current: boolean;
}

export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

/**
 * The name of the site, its main pages, and the reader's language and theme.
 *
 * @fires kurs-language - The reader chose a language. Detail: `{ language }`.
 * @fires kurs-theme - The reader chose a theme. Detail: `{ theme }`.
 */
@customElement("kurs-site-header")
export class KursSiteHeader extends KursElement {
  static override styles = [
    base,
    controls,
    css`
      header {
        background: var(--kurs-surface);
        border-bottom: 1px solid var(--kurs-border);
      }
      .skip {
        position: absolute;
        left: var(--kurs-space-4);
        top: var(--kurs-space-2);
        z-index: 2;
        padding: var(--kurs-space-2) var(--kurs-space-4);
        background: var(--kurs-surface);
      }
      .skip:not(:focus) {
        clip-path: inset(50%);
        width: 1px;
        height: 1px;
        padding: 0;
        overflow: hidden;
        white-space: nowrap;
      }
      .bar {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0 var(--kurs-space-5);
        max-width: 80rem;
        margin: 0 auto;
        padding: var(--kurs-space-2) var(--kurs-space-5);
      }
      .name {
        font-size: var(--kurs-text-xl);
        font-weight: 700;
        text-decoration: none;
        padding: var(--kurs-space-2) 0;
      }
      nav {
        flex: 1;
        min-width: 0;
      }
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: 0 var(--kurs-space-1);
      }
      nav a {
        display: flex;
        align-items: center;
        min-height: 2.75rem;
        padding: 0 var(--kurs-space-2);
        text-decoration: none;
        color: var(--kurs-ink-2);
        font-size: var(--kurs-text-m);
      }
      nav a:hover {
        color: var(--kurs-ink);
        text-decoration: underline;
      }
      nav a[aria-current="page"] {
        color: var(--kurs-ink);
        font-weight: 600;
        box-shadow: inset 0 -3px var(--kurs-ink);
      }
      .settings {
        display: flex;
        flex-wrap: wrap;
        gap: var(--kurs-space-2);
      }
      @media (max-width: 899px) {
        .settings {
          margin-left: auto;
        }
        nav {
          order: 1;
          flex-basis: 100%;
        }
        ul {
          margin-left: calc(-1 * var(--kurs-space-2));
        }
      }
      @media (max-width: 599px) {
        .bar {
          padding: var(--kurs-space-1) var(--kurs-space-4);
        }
      }
    `,
  ];

  @property() home = "/";
  @property({ attribute: false }) links: readonly HeaderLink[] = [];
  @property({ attribute: false }) languages: readonly { code: string; name: string }[] = [];
  @property() language = "en";
  @property() theme: Theme = "system";

  override render() {
    const { texts } = this;
    return html`<header>
      <a class="skip" href="#main">${texts["skip.main"]}</a>
      <div class="bar">
        <a class="name" href=${this.home}>${texts["site.name"]}</a>
        <nav aria-label=${texts["nav.label"]}>
          <ul>
            ${this.links.map(
              ({ href, text, current }) =>
                html`<li>
                  <a href=${href} aria-current=${current ? "page" : "false"}>${text}</a>
                </li>`,
            )}
          </ul>
        </nav>
        <div class="settings">
          <select aria-label=${texts["language.label"]} @change=${this.#chooseLanguage}>
            ${this.languages.map(
              ({ code, name }) =>
                html`<option value=${code} lang=${code} ?selected=${code === this.language}>
                  ${name}
                </option>`,
            )}
          </select>
          <select aria-label=${texts["theme.label"]} @change=${this.#chooseTheme}>
            ${themes.map(
              (theme) =>
                html`<option value=${theme} ?selected=${theme === this.theme}>
                  ${texts[`theme.${theme}`]}
                </option>`,
            )}
          </select>
        </div>
      </div>
    </header>`;
  }

  #chooseLanguage(event: Event) {
    this.#tell("kurs-language", { language: (event.target as HTMLSelectElement).value });
  }

  #chooseTheme(event: Event) {
    this.#tell("kurs-theme", { theme: (event.target as HTMLSelectElement).value });
  }

  #tell(type: string, detail: Record<string, string>) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "kurs-site-header": KursSiteHeader;
  }
}
