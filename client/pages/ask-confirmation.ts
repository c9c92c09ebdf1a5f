import type { Confirmation } from "../components/kurs-confirm-dialog.ts";
import type { DialogHost } from "./ask-token.ts";

/** Asks before something is done: true where the reader says yes. The focus then goes back to where it was. */
export async function askConfirmation(host: DialogHost, words: Confirmation): Promise<boolean> {
  await import("../components/kurs-confirm-dialog.ts");
  const dialog = document.createElement("kurs-confirm-dialog");
  dialog.texts = host.texts;
  dialog.locale = host.locale;
  dialog.words = words;
  host.renderRoot.append(dialog);
  return dialog.closed;
}
