import { Router } from "express";
import { endpoints } from "../contract/endpoints.ts";
import type { Language } from "../contract/language.ts";
import { titleIn } from "../contract/titles.ts";
import type { Currencies } from "../contract/rate.ts";
import { exact, type Wire } from "../domain/exact-json.ts";
import { selectCurrencies } from "../sql/select-currencies.ts";
import { type AnswerParts, answering, jsonContent } from "./answer.ts";
import { route } from "./route.ts";

/** Currencies, who quotes them, and how they are governed. */
export function currencyRoutes(parts: AnswerParts): Router {
  return Router().get(
    route(endpoints.currencies.path),
    answering(parts, endpoints.currencies, (db, { language, asOf }) => ({
      scope: { dataset: "FX" },
      body: async () =>
        jsonContent<Currencies>(toCurrencies(await selectCurrencies(db, asOf), language)),
    })),
  );
}

function toCurrencies(
  rows: Awaited<ReturnType<typeof selectCurrencies>>,
  language: Language,
): Wire<Currencies> {
  return {
    currencies: rows.map(({ code, name, quotedBy, regimes }) => ({
      code,
      name: name ? titleIn(name, language) : code,
      quotedBy,
      regimes: regimes.map(({ value, caveat, ...regime }) => ({
        ...regime,
        value: exact(value),
        caveat: caveat && titleIn(caveat, language),
      })),
    })),
  };
}
