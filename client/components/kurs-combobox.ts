import { html, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { base } from "../styles/base.styles.ts";
import { controls } from "../styles/controls.styles.ts";
import { fillText } from "../strings/fill-text.ts";
import { comboboxStyles } from "./combobox.styles.ts";
import { KursElement } from "./kurs-element.ts";

/** Something that can be found: what is sent, what is read, and what tells it from its like. */
export interface FoundOption {
  id: string;
  text: string;
  note: string;
}

const pauseMs = 200;

/**
 * A text field with a list of what fits: the ARIA combobox pattern. Arrow keys move in the list, Enter takes, Escape
 * closes the list and then empties the field. Whoever uses it searches, and gives the options.
 *
 * @fires kurs-search - The reader typed, and paused for 200 ms, or opened the list. Detail: `{ value }`.
 * @fires kurs-choose - The reader took an option. Detail: `{ value }`, its id.
 */
@customElement("kurs-combobox")
export class KursCombobox extends KursElement {
  static override styles = [base, controls, comboboxStyles];

  @property() label = "";
  @property({ attribute: false }) options: readonly FoundOption[] = [];
  /** The words that the options answer; options of quite other words are not listed. */
  @property() answered = "";
  /** The options are of what was typed before: the search goes on. */
  @property({ type: Boolean }) busy = false;

  @state() private isOpen = false;
  @state() private active = -1;
  @state() private typed = "";
  #pause: ReturnType<typeof setTimeout> | undefined;

  /** Puts the cursor into the field. */
  override focus() {
    this.renderRoot.querySelector("input")?.focus();
  }

  override connectedCallback() {
    super.connectedCallback();
    this.addEventListener("click", this.#click);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.removeEventListener("click", this.#click);
    clearTimeout(this.#pause);
  }

  override willUpdate(changed: PropertyValues<this>) {
    if (changed.has("options")) this.active = -1;
  }

  override updated() {
    this.renderRoot.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" });
  }

  override render() {
    const open = this.#isListed();
    return html`<label for="field">${this.label}</label>
      <div class="field" @focusout=${this.#leave}>
        <input
          id="field"
          type="text"
          role="combobox"
          autocomplete="off"
          spellcheck="false"
          aria-label=${this.label}
          aria-autocomplete="list"
          aria-expanded=${open ? "true" : "false"}
          aria-controls="list"
          aria-activedescendant=${open && this.active >= 0 ? `option-${this.active}` : nothing}
          placeholder=${this.texts["combobox.hint"]}
          .value=${this.typed}
          @input=${this.#type}
          @keydown=${this.#press}
          @click=${this.#open}
        />
        <ul id="list" role="listbox" aria-label=${this.label} ?hidden=${!open}>
          ${this.options.map((option, i) => this.#renderOption(option, i))}
        </ul>
      </div>
      <p class="spoken" role="status">${this.isOpen && !this.busy ? this.#found() : ""}</p>
      ${this.#isInVain() ? html`<p class="quiet">${this.#found()}</p>` : nothing}`;
  }

  #renderOption({ text, note }: FoundOption, i: number) {
    return html`<li
      id=${`option-${i}`}
      role="option"
      aria-selected=${i === this.active ? "true" : "false"}
      @pointerdown=${(event: Event) => event.preventDefault()}
    >
      <span>${text}</span> <span class="quiet">${note}</span>
    </li>`;
  }

  #found() {
    const count = String(this.options.length);
    return count === "0"
      ? this.texts["combobox.none"]
      : fillText(this.texts["combobox.found"], { count });
  }

  #isListed() {
    return this.isOpen && this.options.length > 0 && isOnTheWay(this.answered, this.typed);
  }

  #isInVain() {
    return this.isOpen && !this.busy && this.options.length === 0 && this.typed.trim() !== "";
  }

  #type(event: Event) {
    this.typed = (event.target as HTMLInputElement).value;
    this.isOpen = true;
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#tell("kurs-search", this.typed), pauseMs);
  }

  /** On the whole element: an option has no keys of its own, the field has them. */
  readonly #click = (event: MouseEvent) => {
    const options = [...this.renderRoot.querySelectorAll('[role="option"]')];
    this.#take(options.findIndex((option) => event.composedPath().includes(option)));
  };

  readonly #open = () => {
    if (this.isOpen) return;
    this.isOpen = true;
    this.#tell("kurs-search", this.typed);
  };

  #press(event: KeyboardEvent) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
    const { length } = this.options;
    const isListed = this.#isListed();
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const step = event.key === "ArrowDown" ? 1 : -1;
      if (isListed) this.active = this.active < 0 && step < 0 ? length - 1 : this.#next(step);
      else this.#open();
    } else if (event.key === "Enter" && isListed && this.active >= 0) this.#take(this.active);
    else if (event.key === "Escape" && isListed) this.isOpen = false;
    else if (event.key === "Escape" && this.typed !== "") this.#clear();
    else return;
    event.preventDefault();
  }

  #next(step: number): number {
    const { length } = this.options;
    return (this.active + step + length) % length;
  }

  #take(i: number) {
    const option = this.options[i];
    if (!option) return;
    this.#clear();
    this.#tell("kurs-choose", option.id);
  }

  #clear() {
    clearTimeout(this.#pause);
    [this.isOpen, this.typed, this.active] = [false, "", -1];
  }

  #leave() {
    this.isOpen = false;
  }

  #tell(type: "kurs-search" | "kurs-choose", value: string) {
    this.dispatchEvent(new CustomEvent(type, { detail: { value }, bubbles: true }));
  }
}

/** Whether words are those typed, or become them with a few letters more or less. */
function isOnTheWay(words: string, typed: string): boolean {
  if (words === "" || typed === "") return words === typed;
  return typed.startsWith(words) || words.startsWith(typed);
}

declare global {
  interface HTMLElementTagNameMap {
    "kurs-combobox": KursCombobox;
  }
  interface HTMLElementEventMap {
    "kurs-search": CustomEvent<{ value: string }>;
  }
}
