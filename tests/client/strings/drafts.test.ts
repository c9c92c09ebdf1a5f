import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { allEn as en, type AllStrings } from "../../../client/strings/desk/en.ts";
import { drafts } from "../../../client/strings/strings.ts";
import { everyText, keys, placeholders } from "./every-text.ts";

/** Names, codes and what is typed: the same in every language. */
const names =
  /\b(null|errors|legs|count|pc1|report|missing|lang|Allow|RateLimit|type|title|status|detail|Authorization|Bearer|Kurs|kurs import|API|CSV|NDJSON|JSON|PNG|OpenAPI|BibTeX|USD|SHA-256|MIT|Enter|ETag|Accept|FRED|curl|JavaScript|Python|pandas|UTF-8|Windows-1251|TSV|gzip|URL|R)\b|\.csv\b|\b[a-z]+=\S*|kurs_|[\w-]+\/[\w+-]+|\b[A-Z][a-z]+(-[A-Z][a-z]+)+\b|\b[A-Z]+\b|\b[a-z]+[A-Z]\w*/g;
/** Words that Uzbek and Turkmen write as English does. */
const international = new Set(["Import"]);
const bare = (text: string) => text.replace(/\{\w+\}/g, " ").replace(names, " ");
const entries = drafts.flatMap((language) =>
  Object.entries(everyText[language]).map(([key, text]) => ({ language, key, text })),
);
const cyrillic = entries.filter(({ language }) => ["kk", "ky", "tg"].includes(language));
const uzbek = entries.filter(({ language }) => language === "uz");
const found = (list: typeof entries, wrong: (text: string) => boolean) =>
  list
    .filter(({ text }) => wrong(text))
    .map(({ language, key, text }) => `${language} ${key}: ${text}`);

describe.each(drafts)("the draft in %s", (language) => {
  const texts: Partial<Record<string, string>> = everyText[language];

  it("has no text that English lacks, and the same placeholders as English", () => {
    for (const [key, text = ""] of Object.entries(texts)) {
      expect(keys).toContain(key);
      expect(placeholders(text), key).toEqual(placeholders(en[key as keyof AllStrings]));
    }
  });

  it("says at its top that it is a draft", () => {
    for (const folder of ["client/strings", "client/strings/desk"]) {
      const source = readFileSync(`${folder}/${language}.ts`, "utf8");
      expect(source.split("\n").slice(0, 4).join("\n")).toMatch(/DRAFT.*native reader/);
    }
  });

  it("has every text", () => {
    expect(keys.filter((key) => texts[key] === undefined)).toEqual([]);
  });
});

it("no draft has English in it", () => {
  expect(found(cyrillic, (text) => /[A-Za-z]{2}/.test(bare(text)))).toEqual([]);
  const same = ({ key, text }: (typeof entries)[number]) =>
    text === en[key as keyof AllStrings] && /\p{L}/u.test(bare(text)) && !international.has(text);
  expect(entries.filter(same)).toEqual([]);
  expect(found(entries, (text) => /\b(the|of|and|is|was|from|with)\b/i.test(bare(text)))).toEqual(
    [],
  );
});

it("no draft has a hyphen for a minus, the som sign, a typewriter's quotation mark or space around it", () => {
  const wrong = /(^|[\s(])-\d|\u20c0|["'`]|^\s|\s$|^$/;
  expect(found(entries, (text) => wrong.test(text))).toEqual([]);
});

it("Uzbek writes oʻ and gʻ with U+02BB, and the sign between letters as U+02BC", () => {
  expect(found(uzbek, (text) => /[\u2018\u2019]/.test(text))).toEqual([]);
  expect(found(uzbek, (text) => /(?<![OoGg])\u02bb|[OoGg]\u02bc/.test(text))).toEqual([]);
});

it("no draft in Latin letters has Cyrillic ones, nor the other way round within a word", () => {
  const latin = entries.filter(({ language }) => ["uz", "tk"].includes(language));
  expect(found(latin, (text) => /\p{Script=Cyrillic}/u.test(text))).toEqual([]);
  const mixed = /\p{Script=Cyrillic}\p{Script=Latin}|\p{Script=Latin}\p{Script=Cyrillic}/u;
  expect(found(cyrillic, (text) => mixed.test(text))).toEqual([]);
});
