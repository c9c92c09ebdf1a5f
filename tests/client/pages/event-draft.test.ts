import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  draftOf,
  emptyDraft,
  faultsByField,
  isEmpty,
  readDraft,
  writtenEvent,
} from "../../../client/pages/event-draft.ts";
import { EventChange, type WholeEvent } from "../../../server/contract/event.ts";

const word = fc.stringMatching(/^[A-Za-zЀ-ӿ]{1,12}$/);
const titles = fc.record({ en: word, ru: word, tg: word }, { requiredKeys: ["en"] });
const whole: fc.Arbitrary<WholeEvent> = fc
  .record({
    start: fc.constantFrom("2015-08-20", "2017-09-05"),
    end: fc.constantFrom(null, "2017-09-06"),
    countries: fc.subarray(["KG", "KZ", "RU", "CN"]),
    title: titles,
    text: titles,
    name: word,
    url: fc.constantFrom(null, "https://kabar.kg/"),
  })
  .map(({ start, end, countries, title, text, name, url }) => ({
    id: 7,
    start,
    end,
    countries,
    kind: "regime",
    title: title.en,
    text: text.en,
    source: { name, url },
    languages: { title: "en", text: "en" },
    written: { title, text },
  }));

/** The form as a browser sends it: the five countries are ticked, the others are typed. */
function asForm(event: WholeEvent): FormData {
  const draft = draftOf(event);
  const form = new FormData();
  for (const name of ["start", "end", "kind", "sourceName", "sourceUrl"] as const)
    form.set(name, draft[name]);
  for (const code of ["KG", "KZ"].filter((one) => event.countries.includes(one)))
    form.append("country", code);
  const others = event.countries.filter((code) => !["KG", "KZ"].includes(code));
  form.set("countries", others.join(", ").toLowerCase());
  for (const [code, title] of Object.entries(draft.titles)) form.set(`title.${code}`, title);
  for (const [code, text] of Object.entries(draft.texts)) form.set(`text.${code}`, text);
  return form;
}

describe("the form of an event", () => {
  it("gives back the event that was put into it, in every language, and nothing else", () => {
    fc.assert(
      fc.property(whole, (event) => {
        const { start, end, countries, kind, written, source } = event;
        const sent = EventChange.parse(writtenEvent(readDraft(asForm(event))));
        expect({ ...sent, end: sent.end ?? null }).toEqual({
          start,
          end,
          countries,
          kind,
          ...written,
          source: source.url === null ? { name: source.name } : source,
        });
      }),
    );
  });

  it("left empty is sent so that the API finds the faults, each at its field", () => {
    const { error } = EventChange.safeParse(writtenEvent(emptyDraft));
    const errors = (error?.issues ?? []).map(({ path, message }) => ({
      parameter: path.map(String).join("."),
      message,
    }));
    const { fields, other } = faultsByField(errors);
    const missing = ["kind", "sourceName", "start", "text", "title"] as const;
    expect(Object.keys(fields).sort()).toEqual(missing);
    for (const name of missing) expect(isEmpty(name, emptyDraft), name).toBe(true);
    expect(other).toEqual([]);
  });

  it.each([
    ["countries.1", "countries"],
    ["source.url", "sourceUrl"],
    ["source", "sourceName"],
    ["title.en", "title"],
    ["end", "end"],
  ] as const)("shows a fault of %s at %s", (parameter, field) => {
    const { fields } = faultsByField([{ parameter, message: "is wrong" }]);
    expect(fields).toEqual({ [field]: "is wrong" });
  });

  it("leaves out the name that the field has anyway", () => {
    const errors = [{ parameter: "countries.1", message: "countries.1: is no ISO 3166-1 code" }];
    expect(faultsByField(errors).fields).toEqual({ countries: "is no ISO 3166-1 code" });
  });

  it("joins the faults of one field, and keeps apart what is of none", () => {
    const faults = faultsByField([
      { parameter: "countries.0", message: "a" },
      { parameter: "countries.1", message: "b" },
      { parameter: "weather", message: "c" },
    ]);
    expect(faults).toEqual({ fields: { countries: "a; b" }, other: ["c"] });
  });
});
