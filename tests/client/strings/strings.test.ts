import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { allEn, type AllStrings, deskEn } from "../../../client/strings/desk/en.ts";
import { deskRu } from "../../../client/strings/desk/ru.ts";
import { en } from "../../../client/strings/en.ts";
import { fillText } from "../../../client/strings/fill-text.ts";
import { ru as everyRu } from "../../../client/strings/ru.ts";
import { fallbacks, languages } from "../../../server/contract/language.ts";
import { isLanguage, loadAllStrings, loadStrings } from "../../../client/strings/strings.ts";
import { problems } from "../../../server/contract/problem.ts";
import { everyText, keys, placeholders } from "./every-text.ts";

const ru: AllStrings = { ...everyRu, ...deskRu };

it("Russian has every text of English, and no other", () => {
  expect(Object.keys(ru).sort()).toEqual([...keys].sort());
});

it.each(keys)("%s has the same placeholders in Russian as in English", (key) => {
  expect(placeholders(ru[key])).toEqual(placeholders(allEn[key]));
});

it.each(keys)("%s is neither empty nor has space around it", (key) => {
  for (const text of [allEn[key], ru[key]]) expect(text).toMatch(/^\S(.*\S)?$/);
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
  for (const text of Object.values({ ...allEn }).concat(Object.values(ru)))
    expect(text).not.toMatch(/(^|[\s(])-\d|\u20c0|"/);
});

it("every kind of problem has its sentence", () => {
  for (const kind of Object.keys(problems)) expect(keys).toContain(`problem.${kind}`);
});

it.each(languages)(
  "loadAllStrings(%s) finds every text, in the first language of the chain that has it",
  async (language) => {
    const strings = await loadAllStrings(language);
    expect(Object.keys(strings.texts).sort()).toEqual([...keys].sort());
    for (const key of keys) {
      const origin = fallbacks[language].find((code) => everyText[code][key] !== undefined);
      expect(strings.languages[key], key).toBe(origin);
      expect(strings.texts[key], key).toBe(origin && everyText[origin][key]);
    }
  },
);

it.each(languages)(
  "loadStrings(%s) finds the same texts but those of the pages that write",
  async (language) => {
    const { texts } = await loadStrings(language);
    expect(Object.keys(texts).sort()).toEqual(Object.keys(en).sort());
    expect((await loadAllStrings(language)).texts).toMatchObject(texts);
  },
);

it("a text of the pages that write has no namesake on the others", () => {
  expect(Object.keys(deskEn).filter((key) => Object.hasOwn(en, key))).toEqual([]);
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
