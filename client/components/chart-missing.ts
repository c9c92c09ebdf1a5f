import { html } from "lit";
import type { Strings } from "../strings/en.ts";
import type { ChartCode } from "./chart-code.ts";
import "./kurs-problem.ts";

/** That the code which draws did not come, with a button that asks again. */
export function chartMissing(texts: Strings, code: Pick<ChartCode, "load">) {
  const failure = { kind: "code", detail: "", retryAfterSeconds: null };
  return html`<kurs-problem
    .texts=${texts}
    .failure=${failure}
    @kurs-retry=${code.load}
  ></kurs-problem>`;
}
