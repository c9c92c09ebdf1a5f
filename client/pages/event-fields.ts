import { html, nothing } from "lit";
import { type Language, languageNames, languages } from "../strings/strings.ts";
import { countries } from "./central-asia.ts";
import type { EventDraft, EventField } from "./event-draft.ts";
import type { DeskReader } from "./reader.ts";
import { eventKinds } from "./view-values.ts";

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
  { faults }: Form,
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
        aria-invalid=${faults[name] === undefined ? "false" : "true"}
        aria-describedby=${`fault-${name}`}
      />
    </label>
    ${faultOf(name, faults)}
  </div>`;
}

function kindField({ draft, faults, reader: { texts } }: Form) {
  return html`<div class="held">
    <label
      ><span>${texts["events.kind"]}</span>
      <select name="kind">
        ${eventKinds.map(
          (kind) =>
            html`<option value=${kind} ?selected=${kind === draft.kind}>
              ${texts[`eventKind.${kind}`]}
            </option>`,
        )}
      </select></label
    >
    ${faultOf("kind", faults)}
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

function titleAndText(code: Language, { draft, faults, reader: { texts } }: Form) {
  // The API tells what is wrong with a title, not in which language: it is told where every event has one.
  const told = code === "en" ? faults : {};
  const invalid = (name: EventField) => (told[name] === undefined ? "false" : "true");
  return html`<div class="held">
      <label
        ><span>${texts["eventForm.title"]}</span>
        <input
          name=${`title.${code}`}
          lang=${code}
          maxlength="300"
          .value=${draft.titles[code]}
          aria-invalid=${invalid("title")}
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
          aria-invalid=${invalid("text")}
          aria-describedby=${code === "en" ? "fault-text" : nothing}
        ></textarea>
      </label>
      ${code === "en" ? faultOf("text", told) : nothing}
    </div>`;
}

function faultOf(name: EventField, faults: Form["faults"]) {
  const fault = faults[name];
  return html`<span id=${`fault-${name}`} lang="en" class=${fault === undefined ? nothing : "fault"}
    >${fault}</span
  >`;
}
