import type { ImportReport } from "../../server/contract/import-report.ts";
import type { Confirmation } from "../components/kurs-confirm-dialog.ts";
import { formatNumber } from "../format/number.ts";
import { fillText } from "../strings/fill-text.ts";
import type { DeskReader } from "./reader.ts";

/** What the button says that takes an import back; taking back an undo brings another import back. */
export function undoButtonText({ undoes }: ImportReport, { texts }: DeskReader): string {
  const text =
    undoes === null ? texts["undo.open"] : fillText(texts["undo.again"], { id: String(undoes) });
  return `${text}…`;
}

/** What taking an import back will do, in words. */
export function undoConfirmation(
  { id, undoes, counts }: ImportReport,
  { texts, locale }: DeskReader,
): Confirmation {
  const number = (count: number) => formatNumber(count, locale, 0);
  const values = {
    id: String(undoes ?? id),
    added: number(counts.added),
    revised: number(counts.revised),
  };
  const keys =
    undoes === null
      ? (["undo.title", "undo.text", "undo.do"] as const)
      : (["undo.titleAgain", "undo.textAgain", "undo.again"] as const);
  const [title, text, action] = keys.map((key) => fillText(texts[key], values));
  return { title: title ?? "", text: text ?? "", action: action ?? "" };
}
