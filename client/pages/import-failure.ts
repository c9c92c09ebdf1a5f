import { html, nothing } from "lit";
import type { ImportFlow } from "./import-flow.ts";
import type { DeskReader } from "./reader.ts";
import "../components/kurs-problem.ts";

/** Why a run did not come to its end, and the way to try it again; nothing where it did. */
export function importFailure(
  { failure, wasCancelled }: ImportFlow,
  { texts }: DeskReader,
  retry: () => void,
) {
  // The same file is too large again.
  if (failure?.kind === "too-large")
    return html`<div role="alert">
      <p class="fault">${texts["problem.too-large"]} ${failure.detail}</p>
    </div>`;
  if (failure)
    return html`<kurs-problem
      .texts=${texts}
      .failure=${failure}
      @kurs-retry=${retry}
    ></kurs-problem>`;
  return wasCancelled
    ? html`<div role="alert"><p class="warned">${texts["import.cancelled"]}</p></div>`
    : nothing;
}
