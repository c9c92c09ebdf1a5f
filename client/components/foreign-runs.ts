import type { ReactiveController, ReactiveElement } from "lit";
import type { Strings } from "../strings/en.ts";
import { foreignLanguageOf, readerOf } from "../strings/foreign-texts.ts";

/** Attributes that are read out, and whose language is that of their element. */
const spoken = ["aria-label", "aria-description", "placeholder", "title"];
/** Code, and what a stylesheet says, is in no language. */
const unspoken = "code, pre, style, script, svg";

/**
 * A controller to add: gives the elements of its host the `lang` of what stands in them, after each of its updates: a
 * text that was lent by
 * another language, or a title that the API has in another one only. Elements with a `lang` of their own keep it.
 */
export class ForeignRuns implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #textsOf: () => Strings | undefined;
  readonly #marked = new WeakSet<Element>();
  #hasMarked = false;

  constructor(host: ReactiveElement, textsOf: () => Strings | undefined) {
    this.#host = host;
    this.#textsOf = textsOf;
  }

  hostUpdated() {
    const texts = this.#textsOf();
    if (!texts) return;
    const language = readerOf(texts);
    // English is what others fall back to: nothing to look for, unless the reader comes from another language.
    if (language === "en" && !this.#hasMarked) return;
    for (const child of this.#host.renderRoot.children) this.#mark(child, texts, language);
  }

  /** Marks an element and all in it; `inherited` is the language that it stands in. */
  #mark(element: Element, texts: Strings, inherited: string) {
    if (element.matches(unspoken)) return;
    const own = this.#languageOf(element, texts) ?? inherited;
    const given = element.hasAttribute("lang") && !this.#marked.has(element);
    if (!given) this.#setLanguage(element, own === inherited ? null : own);
    const here = given ? (element.getAttribute("lang") ?? own) : own;
    for (const child of element.children) this.#mark(child, texts, here);
  }

  /** Null where nothing says it: no words of its own. */
  #languageOf(element: Element, texts: Strings): string | null {
    const reader = readerOf(texts);
    if (element.shadowRoot) return reader;
    const written = [...element.childNodes]
      .filter((node) => node.nodeType === Node.TEXT_NODE)
      .map((node) => (node.textContent ?? "").replace(/\s+/g, " ").trim())
      .concat(spoken.map((name) => element.getAttribute(name) ?? ""))
      .filter((text) => /\p{L}{2}/u.test(text));
    if (written.length === 0) return null;
    const found = written.map((text) => foreignLanguageOf(texts, text));
    // Of words in two languages it is the reader's: a name among them is read well enough.
    const [first = null] = found;
    return found.every((language) => language === first) ? (first ?? reader) : reader;
  }

  #setLanguage(element: Element, language: string | null) {
    if (language === null) {
      if (this.#marked.delete(element)) element.removeAttribute("lang");
      return;
    }
    this.#marked.add(element);
    this.#hasMarked = true;
    if (element.getAttribute("lang") !== language) element.setAttribute("lang", language);
  }
}
