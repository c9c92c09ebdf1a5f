import { html, nothing } from "lit";
import type { Mapping } from "../../server/contract/mapping.ts";
import type { Columns } from "../components/column-choice.ts";
import { questionsOf } from "../components/import-asked.ts";
import type { DimensionChoice, Named } from "../components/named.ts";
import { fillText } from "../strings/fill-text.ts";
import type { ImportFlow } from "./import-flow.ts";
import type { DeskReader } from "./reader.ts";
import "../components/kurs-import-questions.ts";
import "../components/kurs-mapping-form.ts";

/** What there is to choose from. */
export interface Catalogue {
  sources: readonly Named[];
  datasets: readonly Named[];
  dimensions: readonly DimensionChoice[];
  /** More is on its way. */
  isComing: boolean;
}

/** What the reader does about how a file is read. */
export interface AskingActions {
  answer: (answers: Readonly<Record<string, string>>) => void;
  remap: (mapping: Mapping) => void;
  chooseDataset: (dataset: string) => void;
}

/** What the file leaves open, to be answered; and all of the mapping, for what no question reaches. */
export function importAsking(
  flow: ImportFlow,
  catalogue: Catalogue,
  reader: DeskReader,
  actions: AskingActions,
) {
  const { texts } = reader;
  const { asked, told } = flow;
  if (!asked) return nothing;
  const questions = questionsOf(asked);
  const mapping = { ...asked.recognised, ...told.mapping };
  return html`<section class="card stack">
    <h2 tabindex="-1">${texts["import.asks"]}</h2>
    <div role="alert">
      ${
        questions.length === 0
          ? html`<p class="warned" lang="en">${asked.detail}</p>`
          : html`<p class="warned">${texts["import.asksHow"]}</p>`
      }
    </div>
    ${
      questions.length === 0
        ? nothing
        : catalogue.isComing
          ? html`<kurs-loading .texts=${texts}></kurs-loading>`
          : html`<kurs-import-questions
              .texts=${texts}
              .questions=${questions}
              .columns=${asked.columns}
              .sample=${asked.sample}
              .sources=${catalogue.sources}
              .datasets=${catalogue.datasets}
              .dimensions=${catalogue.dimensions}
              @kurs-answers=${({ detail }: HTMLElementEventMap["kurs-answers"]) => {
                actions.answer(detail.answers);
              }}
            ></kurs-import-questions>`
    }
    ${
      asked.columns.length === 0
        ? nothing
        : html`<details ?open=${questions.length === 0}>
            <summary>${texts["import.wholeMapping"]}</summary>
            ${mappingForm(mapping, asked.columns, catalogue, reader, actions)}
          </details>`
    }
  </section>`;
}

/** How the columns are read, to be changed. */
export function mappingForm(
  mapping: Mapping,
  columns: Columns,
  { datasets, dimensions }: Catalogue,
  { texts }: DeskReader,
  { remap, chooseDataset }: AskingActions,
) {
  return html`<kurs-mapping-form
    .texts=${texts}
    .mapping=${mapping}
    .columns=${columns}
    .datasets=${datasets}
    .dimensions=${dimensions}
    @kurs-mapping=${({ detail }: HTMLElementEventMap["kurs-mapping"]) => {
      remap(detail.mapping);
    }}
    @kurs-dataset=${({ detail }: HTMLElementEventMap["kurs-dataset"]) => {
      chooseDataset(detail.dataset);
    }}
  ></kurs-mapping-form>`;
}

/** A stored mapping under the name of its source, so that the next file of that source needs no questions. */
export function savedNote(saved: string | null, { texts }: DeskReader) {
  return html`<span role="status"
    >${saved === null ? nothing : fillText(texts["import.savedAs"], { name: saved })}</span
  >`;
}
