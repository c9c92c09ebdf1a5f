import { readFileSync, readdirSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { fillPattern } from "../../../client/format/fill-pattern.ts";
import { loadLocale } from "../../../client/format/locales.ts";
import { everyLocale } from "./every-locale.ts";

const folder = "client/format/locales/";

it.each(Object.values(everyLocale))("loadLocale fetches $language", async (locale) => {
  expect(await loadLocale(locale.language)).toBe(locale);
});

it.each(readdirSync(folder))("%s weighs at most 3 KB, compressed", (name) => {
  expect(gzipSync(readFileSync(folder + name)).length).toBeLessThanOrEqual(3072);
});

it.each([
  ["en", ",", ".", "%"],
  ["ru", "\u00a0", ",", "\u00a0%"],
  ["kk", "\u00a0", ",", "%"],
  ["ky", "\u00a0", ",", "%"],
  ["uz", "\u00a0", ",", "%"],
  ["tg", "\u00a0", ",", "%"],
  ["tk", "\u00a0", ",", "\u00a0%"],
] as const)("%s separates and marks as the plan says", (language, group, decimal, percent) => {
  expect(everyLocale[language]).toMatchObject({ language, group, decimal, percent });
});

it.each(Object.values(everyLocale))(
  "$language has no som sign and no look-alike apostrophe",
  (locale) => {
    expect(JSON.stringify(locale)).not.toMatch(/[\u20c0'\u2018\u2019`]/);
  },
);

it("nothing in client/format asks the browser for its languages", () => {
  for (const name of readdirSync("client/format", { recursive: true, encoding: "utf8" })) {
    if (!name.endsWith(".ts")) continue;
    expect(readFileSync(`client/format/${name}`, "utf8"), name).not.toMatch(
      /\bIntl\b|toLocale|toFixed/,
    );
  }
});

it("fillPattern fills each name, and refuses a name without a value", () => {
  expect(fillPattern("{d} {y} {d}", { d: "9", y: "2025" })).toBe("9 2025 9");
  expect(() => fillPattern("{d} {y}", { d: "9" })).toThrow(RangeError);
});
