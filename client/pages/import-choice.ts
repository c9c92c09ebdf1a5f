import { html } from "lit";
import type { Language } from "../../server/contract/language.ts";
import type { DeskReader } from "./reader.ts";
import "../components/kurs-file-choice.ts";
import "./kurs-import-list.ts";

/** Where a file is given, and below it those that were imported before. */
export function importChoice(reader: DeskReader, language: Language, take: (file: File) => void) {
  const { texts, locale } = reader;
  return html`<section class="card">
      <h2 class="spoken" tabindex="-1">${texts["importStep.choose"]}</h2>
      <kurs-file-choice
        .texts=${texts}
        @kurs-file=${({ detail }: HTMLElementEventMap["kurs-file"]) => {
          take(detail.file);
        }}
      ></kurs-file-choice>
    </section>
    <kurs-import-list .texts=${texts} .locale=${locale} .language=${language}></kurs-import-list>`;
}
