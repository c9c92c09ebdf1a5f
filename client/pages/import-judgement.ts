import { html, nothing } from "lit";
import type { ImportReport, WarningCode } from "../../server/contract/import-report.ts";
import { formatNumber } from "../format/number.ts";
import { fillText } from "../strings/fill-text.ts";
import type { ImportFlow } from "./import-flow.ts";
import { codesOf, verdictOn } from "./import-verdict.ts";
import type { DeskReader } from "./reader.ts";
import "../components/kurs-import-problems.ts";

/** What the reader does about what was found. */
export interface JudgementActions {
  judge: (judged: { accepted?: readonly WarningCode[]; skips?: boolean }) => void;
  apply: () => void;
}

const counted = ["added", "revised", "unchanged", "rejected", "warnings"] as const;

/** Exactly what an import would do, in one sentence, and the ways to what is wrong. */
export function importSummary(report: ImportReport, reader: DeskReader) {
  const { texts, locale } = reader;
  const { counts } = report;
  const has = counts.rejected + counts.warnings > 0;
  return html`<div role="alert">
      <p class=${counts.rejected > 0 ? "fault" : counts.warnings > 0 ? "warned" : "well"}>
        ${summaryText(report, reader)}
      </p>
    </div>
    ${
      has
        ? html`<p><a href="#problems" @click=${jump}>${texts["import.toProblems"]}</a></p>`
        : nothing
    }
    <dl class="counts number">
      ${counted.map(
        (name) =>
          html`<div>
            <dt>${texts[`importCount.${name}`]}</dt>
            <dd>${formatNumber(counts[name], locale, 0)}</dd>
          </div>`,
      )}
    </dl>
    ${newSources(report, reader)}`;
}

/** The link is within one shadow root, where the address leads nowhere. */
function jump(event: Event) {
  event.preventDefault();
  const root = (event.target as HTMLElement).getRootNode() as ShadowRoot;
  root.getElementById("problems")?.focus();
}

function summaryText(
  { counts, alreadyImported }: ImportReport,
  { texts, locale }: DeskReader,
): string {
  const number = (count: number) => formatNumber(count, locale, 0);
  const values = { errors: number(counts.rejected), warnings: number(counts.warnings) };
  if (counts.rejected > 0) return fillText(texts["import.hasErrors"], values);
  if (counts.warnings > 0) return fillText(texts["import.hasWarnings"], values);
  if (counts.added + counts.revised > 0) return texts["import.allWell"];
  return texts[alreadyImported ? "import.sameAgain" : "import.nothingNew"];
}

function newSources({ newSources = [] }: ImportReport, { texts }: DeskReader) {
  if (newSources.length === 0) return nothing;
  return html`<p class="warned">
    ${fillText(texts["import.isNewSource"], { codes: newSources.join(", ") })}
  </p>`;
}

/** What is wrong with the rows. */
export function importProblemTable(report: ImportReport, { texts, locale }: DeskReader) {
  const { problems, problemCount, preview } = report;
  if (problemCount === 0) return nothing;
  return html`<section class="card stack close">
    <h2 id="problems" tabindex="-1">${texts["import.problems"]}</h2>
    <kurs-import-problems
      .texts=${texts}
      .locale=${locale}
      .problems=${problems}
      .codes=${codesOf(report)}
      .lines=${preview?.lines ?? []}
      .total=${problemCount}
    ></kurs-import-problems>
  </section>`;
}

/** The ticks that an import needs, and the button that says exactly what it does. */
export function importDecision(flow: ImportFlow, reader: DeskReader, actions: JudgementActions) {
  const { texts, locale } = reader;
  const { report, accepted, skips, file } = flow;
  if (!report) return nothing;
  const number = (count: number) => formatNumber(count, locale, 0);
  const { errors, unaccepted, changes } = verdictOn(flow);
  const { counts } = report;
  const label = fillText(texts["import.apply"], {
    added: number(counts.added),
    revised: number(counts.revised),
  });
  if (!changes) return html`<p>${texts["import.noneToApply"]}</p>`;
  const isReady = errors === 0 && unaccepted.length === 0 && file !== null;
  return html`${skipTick(report, skips, reader, actions)}
    ${warningTicks(report, accepted, reader, actions)}
    ${counts.warnings === 0 ? nothing : html`<p class="quiet">${texts["import.warned"]}</p>`}
    ${file ? nothing : html`<p class="warned">${texts["import.fileGone"]}</p>`}
    ${isReady || !file ? nothing : html`<p id="why" class="quiet">${texts["import.ticksFirst"]}</p>`}
    <p>
      <button
        type="button"
        class="first"
        ?disabled=${!isReady}
        aria-describedby=${isReady ? nothing : "why"}
        @click=${actions.apply}
      >
        ${label}
      </button>
    </p>
    <p class="quiet">${texts["import.allOrNone"]}</p>`;
}

function skipTick(
  { counts }: ImportReport,
  skips: boolean,
  { texts, locale }: DeskReader,
  { judge }: JudgementActions,
) {
  if (counts.rejected === 0) return nothing;
  const count = formatNumber(counts.rejected, locale, 0);
  return html`<label class="tick">
    <input
      type="checkbox"
      name="skip"
      .checked=${skips}
      @change=${(event: Event) => {
        judge({ skips: (event.target as HTMLInputElement).checked });
      }}
    />
    <span>${fillText(texts["import.skip"], { count })}</span>
  </label>`;
}

function warningTicks(
  report: ImportReport,
  accepted: readonly WarningCode[],
  { texts, locale }: DeskReader,
  { judge }: JudgementActions,
) {
  const warnings = codesOf(report).filter(({ severity }) => severity === "warning");
  return warnings.map(({ code, count }) => {
    const warning = code as WarningCode;
    return html`<label class="tick">
      <input
        type="checkbox"
        name=${code}
        .checked=${accepted.includes(warning)}
        @change=${(event: Event) => {
          const others = accepted.filter((one) => one !== warning);
          const { checked } = event.target as HTMLInputElement;
          judge({ accepted: checked ? [...others, warning] : others });
        }}
      />
      <span
        >${fillText(texts["import.accept"], {
          count: formatNumber(count, locale, 0),
          kind: texts[`importCode.${code}`],
        })}</span
      >
    </label>`;
  });
}
