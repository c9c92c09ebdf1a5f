import type { Event as DatedEvent, WholeEvent } from "../../server/contract/event.ts";
import { get } from "../api/get.ts";
import { send } from "../api/send.ts";
import { fillText } from "../strings/fill-text.ts";
import { askConfirmation } from "./ask-confirmation.ts";
import { askToken, type DialogHost, withToken } from "./ask-token.ts";

/**
 * Opens the form of an event, or of a new one, for somebody with a token; the focus then goes back to where it was. The
 * event as it was saved; null where it was not. Throws an `ApiProblem` when the event cannot be read.
 */
export async function writeEvent(host: DialogHost, id: number | null): Promise<WholeEvent | null> {
  if (!(await askToken(host))) return null;
  const { signal } = new AbortController();
  const lang = host.locale.language;
  const event = id === null ? null : await get("event", { id: String(id) }, { lang }, signal);
  await import("./kurs-event-dialog.ts");
  const dialog = document.createElement("kurs-event-dialog");
  dialog.texts = host.texts;
  dialog.locale = host.locale;
  dialog.event = event;
  host.renderRoot.append(dialog);
  return dialog.closed;
}

/** Removes an event, once the reader has said yes to it: true where it is gone. Throws an `ApiProblem`. */
export async function removeEvent(host: DialogHost, { id, title }: DatedEvent): Promise<boolean> {
  const { texts } = host;
  const isMeant = await askConfirmation(host, {
    title: texts["eventWriting.removeTitle"],
    text: fillText(texts["eventWriting.removeText"], { title }),
    action: texts["eventWriting.remove"],
  });
  if (!isMeant) return false;
  const sent = await withToken(host, () => send("deleteEvent", { id: String(id) }, {}));
  return sent !== null;
}

/** Opens the dialog that takes a file of events, for somebody with a token: true where one was taken. */
export async function importEventFile(host: DialogHost): Promise<boolean> {
  if (!(await askToken(host))) return false;
  await import("./kurs-events-file-dialog.ts");
  const dialog = document.createElement("kurs-events-file-dialog");
  dialog.texts = host.texts;
  dialog.locale = host.locale;
  host.renderRoot.append(dialog);
  return dialog.closed;
}
