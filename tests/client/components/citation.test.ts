import { expect, it } from "vitest";
import { citationBibtex, citationText, citedName } from "../../../client/components/citation.ts";
import { en as locale } from "../../../client/format/locales/en.ts";
import { ru } from "../../../client/format/locales/ru.ts";
import { en as texts } from "../../../client/strings/en.ts";

const work = {
  publisher: "Bank of R&D {Bishkek}",
  title: "US dollar / Kyrgyz som (USD/KGS)",
  figure: "87.4500 KGS per USD",
  published: "2026-09-29",
  address: "https://kurs.example.org/en/rates/usd-kgs?range=max",
  accessed: "2026-11-23",
};

it("names the publisher first, and through whom and when it was read", () => {
  expect(citationText(work, texts, locale)).toBe(
    "Bank of R&D {Bishkek}: US dollar / Kyrgyz som (USD/KGS), 87.4500 KGS per USD, 29 Sept 2026. " +
      "Via Kurs, read on 23 Nov 2026. https://kurs.example.org/en/rates/usd-kgs?range=max",
  );
  expect(citationText({ ...work, figure: null, published: null }, texts, locale)).toContain(
    "(USD/KGS). Via Kurs",
  );
});

it("escapes for BibTeX what has a meaning there, and keeps the publisher one name", () => {
  expect(citationBibtex(work)).toBe(
    [
      "@misc{kurs-us-dollar-kyrgyz-som-2026,",
      "  author = {{Bank of R\\&D \\{Bishkek\\}}},",
      "  title = {US dollar / Kyrgyz som (USD/KGS)},",
      "  year = {2026},",
      "  date = {2026-09-29},",
      "  note = {87.4500 KGS per USD},",
      "  howpublished = {via Kurs},",
      "  url = {https://kurs.example.org/en/rates/usd-kgs?range=max},",
      "  urldate = {2026-11-23}",
      "}",
    ].join("\n"),
  );
});

it("names a source in the reader's language beside the words that it asks for, once where they are the same", () => {
  const bank = { name: "Банк России", attribution: "Bank of Russia" };
  expect(citedName(bank, ru)).toBe("Банк России / Bank of Russia");
  expect(citedName({ ...bank, name: "Bank of Russia" }, locale)).toBe("Bank of Russia");
  expect(citedName({ ...bank, attribution: null }, ru)).toBe("Банк России");
  expect(citedName({ ...bank, attribution: "Сайт: Банк России" }, ru)).toBe("Сайт: Банк России");
});
