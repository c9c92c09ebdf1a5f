import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { DatasetDefinition } from "../server/contract/dataset-definition.ts";
import { languages } from "../server/contract/language.ts";

const datasets = readdirSync("fixtures/datasets").map((name) =>
  DatasetDefinition.parse(JSON.parse(readFileSync(`fixtures/datasets/${name}`, "utf8"))),
);
const codes = datasets.flatMap(({ dimensions }) => dimensions.flatMap((one) => one.codes));
const titled = (code: string) => codes.filter((one) => one.code === code).map(({ title }) => title);

it.each([
  "KGS",
  "KZT",
  "TJS",
  "UZS",
  "TMT",
  "USD",
  "EUR",
  "RUB",
  "CNY",
  "KG",
  "KZ",
  "TJ",
  "TM",
  "UZ",
])("%s has its name in all seven languages, wherever it is named", (code) => {
  expect(titled(code).length).toBeGreaterThan(0);
  for (const title of titled(code))
    expect(Object.keys(title).sort()).toEqual([...languages].sort());
});

it("names are those that readers in the region use, not those of CLDR", () => {
  for (const title of titled("KGS")) expect(title.ru).toBe("кыргызский сом");
  for (const title of titled("KG")) expect(title.ru).toBe("Кыргызстан");
  for (const title of titled("TMT")) expect(title.ru).toBe("туркменский манат");
  for (const title of titled("CNY")) expect(title.tg).toBe("Юани Хитой");
});

it("Uzbek names are written with U+02BB, and nothing has the som sign", () => {
  for (const { title } of codes) {
    expect(title.uz ?? "").not.toMatch(/['`\u2018\u2019]/);
    expect(JSON.stringify(title)).not.toContain("\u20c0");
  }
});

it("every country and region has its name in all seven languages", () => {
  const places = datasets.flatMap(({ dimensions }) =>
    dimensions.filter(({ code }) => code === "REF_AREA").flatMap((one) => one.codes),
  );
  expect(places.length).toBeGreaterThan(20);
  for (const { code, title } of places)
    expect(Object.keys(title).sort(), code).toEqual([...languages].sort());
});
