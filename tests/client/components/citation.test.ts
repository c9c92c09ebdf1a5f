import { expect, it } from "vitest";
import { citationBibtex, citationText } from "../../../client/components/citation.ts";
import { en as locale } from "../../../client/format/locales/en.ts";
import { en as texts } from "../../../client/strings/en.ts";

const work = {
  publisher: "Bank of R&D {Bishkek}",
  title: "US dollar / Kyrgyz som (USD/KGS)",
  published: "2026-09-29",
  address: "https://kurs.example.org/en/rates/usd-kgs?range=max",
  accessed: "2026-11-23",
};

it("names the publisher first, and through whom and when it was read", () => {
  expect(citationText(work, texts, locale)).toBe(
    "Bank of R&D {Bishkek}: US dollar / Kyrgyz som (USD/KGS), 29 Sept 2026. " +
      "Via Kurs, read on 23 Nov 2026. https://kurs.example.org/en/rates/usd-kgs?range=max",
  );
  expect(citationText({ ...work, published: null }, texts, locale)).toContain(
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
      "  howpublished = {via Kurs},",
      "  url = {https://kurs.example.org/en/rates/usd-kgs?range=max},",
      "  urldate = {2026-11-23}",
      "}",
    ].join("\n"),
  );
});
