import { html } from "lit";
import { formatNumber } from "../format/number.ts";
import { fillText } from "../strings/fill-text.ts";
import type { ImportFlow } from "./import-flow.ts";
import type { DeskReader } from "./reader.ts";
import "../components/kurs-import-progress.ts";

/** How far a run is: a share between 0 and 1, null while nobody can tell, and words. */
export interface Progress {
  share: number | null;
  words: string;
}

/** How far an import is: first of the bytes that go to the server, then of the rows that it reads there. */
export function progressOf(flow: ImportFlow, { texts, locale }: DeskReader): Progress {
  const number = (count: number) => formatNumber(count, locale, 0);
  const { phase, sent, file, job, rows } = flow;
  if (phase === "sending") {
    const size = Math.max(1, file?.size ?? 0);
    const share = sent / size;
    const percent = number(Math.floor(share * 100)) + locale.percent;
    return { share, words: fillText(texts["import.sentPart"], { percent }) };
  }
  if (!job || job.rows === 0) return { share: null, words: texts["import.waiting"] };
  const read = job.totalBytes === 0 ? 1 : job.bytes / job.totalBytes;
  if (read >= 1)
    return { share: 1, words: fillText(texts["import.merging"], { rows: number(job.rows) }) };
  // What the file has was counted when it was looked at; after a reload it is reckoned from the bytes.
  const total = Math.max(job.rows, rows ?? Math.round(job.rows / Math.max(read, 0.001)));
  const words = fillText(texts[rows === null ? "import.rowOfAbout" : "import.rowOf"], {
    row: number(job.rows),
    total: number(rows === null ? roughly(total) : total),
  });
  return { share: rows === null ? read : job.rows / total, words };
}

/** Two digits are what an estimate is worth. */
function roughly(count: number): number {
  const step = 10 ** Math.max(0, String(count).length - 2);
  return Math.round(count / step) * step;
}

/** The bar, the words, and the button that ends it. */
export function importProgress(
  flow: ImportFlow,
  isCancelling: boolean,
  reader: DeskReader,
  cancel: () => void,
) {
  const { texts } = reader;
  const { share, words } = progressOf(flow, reader);
  const isSending = flow.phase === "sending";
  const name = flow.file?.name ?? texts["import.theFile"];
  const label = isSending ? "import.isSending" : "import.isReading";
  const key = flow.purpose === "store" && !isSending ? "import.isStoring" : label;
  return html`<section class="card">
    <kurs-import-progress
      .texts=${texts}
      .locale=${reader.locale}
      .label=${fillText(texts[key], { name })}
      .words=${words}
      .share=${share}
      .note=${texts[isSending ? "import.stayHere" : "import.goesOn"]}
      ?cancelling=${isCancelling}
      @kurs-cancel=${cancel}
    ></kurs-import-progress>
  </section>`;
}
