import { html, nothing } from "lit";
import type { ImportReport } from "../../server/contract/import-report.ts";
import { fillText } from "../strings/fill-text.ts";
import { type AskingActions, type Catalogue, mappingForm, savedNote } from "./import-asking.ts";
import { importDifference } from "./import-difference.ts";
import { againText, changesSomething } from "./import-done.ts";
import type { ImportFlow } from "./import-flow.ts";
import {
  importDecision,
  importProblemTable,
  importSummary,
  type JudgementActions,
} from "./import-judgement.ts";
import { importUnderstood } from "./import-understood.ts";
import { hrefOfImport } from "./import-words.ts";
import type { DeskReader } from "./reader.ts";

/** What is known of a file that was looked at. */
export interface CheckedWish {
  flow: ImportFlow;
  catalogue: Catalogue;
  /** The name under which its mapping was stored. */
  saved: string | null;
}

/** What the reader does about it. */
export interface CheckedActions extends JudgementActions, AskingActions {
  save: (name: string) => void;
  restart: () => void;
}

/** What an import would do: its counts, how the file was read, what is wrong, what changes, and the button that does it. */
export function importChecked(wish: CheckedWish, reader: DeskReader, actions: CheckedActions) {
  const { texts } = reader;
  const { flow } = wish;
  const { report } = flow;
  if (!report) return nothing;
  const name = report.file?.name ?? texts["import.theFile"];
  return html`<section class="card stack">
      <h2 tabindex="-1">${fillText(texts["import.checked"], { name })}</h2>
      ${importSummary(report, reader)}
      ${
        report.alreadyImported
          ? html`<p class="warned">
              ${againText(report.alreadyImported, reader, changesSomething(report))}
              <a href=${hrefOfEarlier(report, reader)}
                >${fillText(texts["imports.one"], { id: String(report.alreadyImported.id) })}</a
              >
            </p>`
          : nothing
      }
    </section>
    ${importProblemTable(report, reader)} ${understood(wish, report, reader, actions)}
    ${importDifference(report, reader)}
    <section class="card stack close">
      <h2>${texts["importStep.apply"]}</h2>
      ${importDecision(flow, reader, actions)}
      <p>
        <button type="button" @click=${actions.restart}>${texts["import.another"]}</button>
      </p>
    </section>`;
}

const hrefOfEarlier = ({ alreadyImported }: ImportReport, { locale }: DeskReader) =>
  hrefOfImport(locale.language, alreadyImported?.id ?? 0);

function understood(
  { flow, catalogue, saved }: CheckedWish,
  report: ImportReport,
  reader: DeskReader,
  actions: CheckedActions,
) {
  const { texts } = reader;
  const columns = report.preview?.columns ?? [];
  const source = nameFor(flow, report);
  return html`<section class="card stack close">
    <h2>${texts["importStep.understand"]}</h2>
    ${importUnderstood(report, reader)}
    ${
      columns.length === 0 || !report.mapping || !flow.file
        ? nothing
        : html`<details>
            <summary>${texts["import.readOtherwise"]}</summary>
            ${mappingForm(report.mapping, columns, catalogue, reader, actions)}
          </details>`
    }
    ${
      source === ""
        ? nothing
        : html`<p class="row">
            <button
              type="button"
              @click=${() => {
                actions.save(source);
              }}
            >
              ${fillText(texts["import.save"], { name: source })}
            </button>
            ${savedNote(saved, reader)}
          </p>`
    }
  </section>`;
}

/** Mappings are kept by source: that which was told, or the only one that the file has. */
function nameFor({ told }: ImportFlow, { mapping }: ImportReport): string {
  if (told.source !== "") return told.source;
  const place = mapping?.dimensions?.SOURCE;
  return typeof place === "object" && "value" in place ? place.value : "";
}
