import { LitElement } from "lit";
import { property } from "lit/decorators.js";
import type { Locale } from "../format/locale.ts";
import { en as enLocale } from "../format/locales/en.ts";
import { en as enTexts, type Strings } from "../strings/en.ts";
import { ForeignRuns } from "./foreign-runs.ts";

/**
 * What every element of Kurs takes: the texts of the interface and the facts of the reader's language. English until
 * given. What stands in it in another language gets that language's `lang`.
 */
export class KursElement extends LitElement {
  @property({ attribute: false }) texts: Strings = enTexts;
  @property({ attribute: false }) locale: Locale = enLocale;

  constructor() {
    super();
    this.addController(new ForeignRuns(this, () => this.texts));
  }
}
