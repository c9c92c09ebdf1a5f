import { eventKinds } from "../../server/contract/event-kind.ts";
import { html, nothing } from "lit";
import { type Language, languages } from "../../server/contract/language.ts";
import { languageNames } from "../strings/strings.ts";
import { countries } from "./central-asia.ts";
import { type EventDraft, type EventField, isEmpty } from "./event-draft.ts";
import type { DeskReader } from "./reader.ts";

/** A form of an event: what stands in it, what was wrong with which field, and for whom. */
interface Form {
  draft: EventDraft;
  faults: Partial<Record<EventField, string>>;
  reader: DeskReader;
}

/** The fields of an event, by the names that `readDraft` reads; each has the fault that the API found in it. */
export function eventFieldset(form: Form) {
  const { draft, reader } = form;
  const { texts } = reader;
  return html`<div class="beside">
      ${input(form, "start", texts["eventForm.start"], draft.start, "date")}
      ${input(form, "end", texts["eventForm.end"], draft.end, "date")} ${kindField(form)}
    </div>
    ${countryFields(form)} ${languages.map((code) => textsIn(code, form))}
    <div class="beside">
      ${input(form, "sourceName", texts["eventForm.source"], draft.sourceName, "text")}
      ${input(form, "sourceUrl", texts["eventForm.sourceUrl"], draft.sourceUrl, "url")}
    </div>`;
}

function input(
  form: Form,
  name: EventField,
  label: string,
  value: string,
  type: "text" | "date" | "url",
) {
  return html`<div class="held">
    <label
      ><span>${label}</span>
      <input
        name=${name}
        type=${type}
        .value=${value}
        aria-invalid=${invalid(name, form)}
        aria-describedby=${`fault-${name}`}
      />
    </label>
    ${faultOf(name, form)}
  </div>`;
}

/** None is chosen until somebody chooses: a kind that nobody meant would be saved unseen. */
function kindField(form: Form) {
  const {
    draft,
    reader: { texts },
  } = form;
  return html`<div class="held">
    <label
      ><span>${texts["events.kind"]}</span>
      <select name="kind" aria-invalid=${invalid("kind", form)} aria-describedby="fault-kind">
        ${
          draft.kind === ""
            ? html`<option value="" selected>${texts["eventForm.chooseKind"]}</option>`
            : nothing
        }
        ${eventKinds.map(
          (kind) =>
            html`<option value=${kind} ?selected=${kind === draft.kind}>
              ${texts[`eventKind.${kind}`]}
            </option>`,
        )}
      </select></label
    >
    ${faultOf("kind", form)}
  </div>`;
}

function countryFields(form: Form) {
  const { draft, reader } = form;
  const { texts } = reader;
  const others = draft.countries.filter((code) => !countries.some((known) => known === code));
  return html`<fieldset>
    <legend>${texts["eventForm.countries"]}</legend>
    <div class="checks">
      ${countries.map(
        (code) =>
          html`<label
            ><input
              type="checkbox"
              name="country"
              value=${code}
              .checked=${draft.countries.includes(code)}
            />
            ${texts[`country.${code}`]}</label
          >`,
      )}
    </div>
    ${input(form, "countries", texts["eventForm.otherCountries"], others.join(" "), "text")}
  </fieldset>`;
}

/** Title and text in a language; all but English are folded until there is something in them. */
function textsIn(code: Language, form: Form) {
  const { draft, reader } = form;
  if (code === "en")
    return html`<fieldset>
      <legend>${reader.texts["eventForm.english"]}</legend>
      ${titleAndText(code, form)}
    </fieldset>`;
  const isFilled = draft.titles[code] + draft.texts[code] !== "";
  return html`<details ?open=${isFilled}>
    <summary lang=${code}>${languageNames[code]}</summary>
    <div class="inside">${titleAndText(code, form)}</div>
  </details>`;
}

function titleAndText(code: Language, form: Form) {
  const { draft, reader } = form;
  const { texts } = reader;
  // The API tells what is wrong with a title, not in which language: it is told where every event has one.
  const told = code === "en" ? form : { ...form, faults: {} };
  return html`<div class="held">
      <label
        ><span>${texts["eventForm.title"]}</span>
        <input
          name=${`title.${code}`}
          lang=${code}
          maxlength="300"
          .value=${draft.titles[code]}
          aria-invalid=${invalid("title", told)}
          aria-describedby=${code === "en" ? "fault-title" : nothing}
        />
      </label>
      ${code === "en" ? faultOf("title", told) : nothing}
    </div>
    <div class="held">
      <label
        ><span>${texts["eventForm.text"]}</span>
        <textarea
          name=${`text.${code}`}
          lang=${code}
          rows="3"
          maxlength="5000"
          .value=${draft.texts[code]}
          aria-invalid=${invalid("text", told)}
          aria-describedby=${code === "en" ? "fault-text" : nothing}
        ></textarea>
      </label>
      ${code === "en" ? faultOf("text", told) : nothing}
    </div>`;
}

const invalid = (name: EventField, { faults }: Form) =>
  faults[name] === undefined ? "false" : "true";

/** Of a field that was left empty in the reader's language, else as the API says it. */
function faultOf(name: EventField, { draft, faults, reader: { texts } }: Form) {
  const fault = faults[name];
  const isKind = name === "kind";
  if (fault !== undefined && isEmpty(name, draft))
    return html`<span id=${`fault-${name}`} class="fault"
      >${texts[isKind ? "eventForm.chooseKind" : "eventForm.empty"]}</span
    >`;
  return html`<span id=${`fault-${name}`} lang="en" class=${fault === undefined ? nothing : "fault"}
    >${fault}</span
  >`;
}
