import type { LitElement } from "lit";
import { ApiProblem } from "../api/api-problem.ts";
import { type KeptToken, readToken } from "../api/token.ts";
import type { DeskReader } from "./reader.ts";

/** An element that a dialog can be opened over, in the words of its reader. */
export type DialogHost = DeskReader & Pick<LitElement, "renderRoot" | "updateComplete">;

/**
 * The token of this tab. Where there is none the reader is asked for one, in a dialog that takes none but one in force;
 * the focus then goes back to where it was. Null when the reader gives none.
 */
export async function askToken(host: DialogHost): Promise<KeptToken | null> {
  const kept = readToken();
  if (kept) return kept;
  await import("./kurs-token-dialog.ts");
  const dialog = document.createElement("kurs-token-dialog");
  dialog.texts = host.texts;
  dialog.locale = host.locale;
  host.renderRoot.append(dialog);
  await dialog.closed;
  return readToken();
}

/**
 * Writes with the token of this tab, which is asked for where there is none, and again where it is in force no more.
 * Null when the reader gives none; what `write` throws otherwise is thrown.
 */
export async function withToken<Answer>(
  host: DialogHost,
  write: () => Promise<Answer>,
): Promise<Answer | null> {
  for (;;) {
    if (!(await askToken(host))) return null;
    try {
      return await write();
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.kind !== "unauthorized") throw error;
    }
  }
}
