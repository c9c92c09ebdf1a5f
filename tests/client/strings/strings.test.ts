import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { en, type Strings } from "../../../client/strings/en.ts";
import { fillText } from "../../../client/strings/fill-text.ts";
import { ru } from "../../../client/strings/ru.ts";
import {
  fallbacks,
  isLanguage,
  languageNames,
  languages,
  loadStrings,
} from "../../../client/strings/strings.ts";
import * as contract from "../../../server/contract/language.ts";
import { problems } from "../../../server/contract/problem.ts";

const keys = Object.keys(en) as (keyof Strings)[];
const placeholders = (text: string) =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

it("Russian has every text of English, and no other", () => {
  expect(Object.keys(ru).sort()).toEqual([...keys].sort());
});

it.each(keys)("%s has the same placeholders in Russian as in English", (key) => {
  expect(placeholders(ru[key])).toEqual(placeholders(en[key]));
});

it.each(keys)("%s is neither empty nor has space around it", (key) => {
  for (const text of [en[key], ru[key]]) expect(text).toMatch(/^\S(.*\S)?$/);
});

it("every text is used: by its key, or by a family of keys that end in a code", () => {
  const files = readdirSync("client", { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.startsWith("strings"))
    .map((name) => readFileSync(join("client", name), "utf8"));
  const source = files.join("");
  const families = [
    ...source.matchAll(/`(\w+)\.\$\{/g),
    ...source.matchAll(/"(weakened|strengthened)"/g),
  ];
  const prefixes = new Set(families.map(([, family = ""]) => family));
  const unused = keys.filter(
    (key) =>
      !prefixes.has(key.split(".")[0] ?? "") &&
      !source.includes(`"${key}"`) &&
      !source.includes(`texts.${key}`),
  );
  expect(unused).toEqual([]);
});

it("no text has a hyphen-minus before a digit, the som sign, or a quotation mark of the typewriter", () => {
  for (const text of Object.values({ ...en }).concat(Object.values(ru)))
    expect(text).not.toMatch(/(^|[\s(])-\d|\u20c0|"/);
});

it("the languages and their fallbacks are the API's", () => {
  expect(languages).toEqual(contract.languages);
  expect(fallbacks).toEqual(contract.fallbacks);
  expect(Object.keys(languageNames)).toEqual([...languages]);
});

it("every kind of problem has its sentence", () => {
  for (const kind of Object.keys(problems)) expect(keys).toContain(`problem.${kind}`);
});

it.each([
  ["en", "Rates", "en"],
  ["ru", "Курсы", "ru"],
  ["ky", "Курсы", "ru"],
  ["kk", "Курсы", "ru"],
  ["tg", "Курсы", "ru"],
  ["uz", "Rates", "en"],
  ["tk", "Rates", "en"],
] as const)("loadStrings(%s) finds %s, which is in %s", async (language, text, origin) => {
  const strings = await loadStrings(language);
  expect(strings.texts["nav.rates"]).toBe(text);
  expect(strings.languages["nav.rates"]).toBe(origin);
  expect(Object.keys(strings.texts).sort()).toEqual([...keys].sort());
});

it("loadStrings changes nothing in the modules that it reads", async () => {
  await loadStrings("ru");
  expect((await loadStrings("en")).texts).toEqual(en);
  expect(en["nav.rates"]).toBe("Rates");
});

it("isLanguage knows the seven codes and no other", () => {
  expect(languages.every(isLanguage)).toBe(true);
  expect(["de", "EN", "", "uz-Cyrl"].some(isLanguage)).toBe(false);
});

it("fillText puts values in, once each or more, and refuses to leave a gap", () => {
  expect(fillText("no data {from}–{to}", { from: "3 Mar", to: "2 Apr" })).toBe(
    "no data 3 Mar–2 Apr",
  );
  expect(fillText("{a}{a}", { a: "$&" })).toBe("$&$&");
  expect(() => fillText("no data {from}–{to}", { from: "3 Mar" })).toThrow(RangeError);
});
