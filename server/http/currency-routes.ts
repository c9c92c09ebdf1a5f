import { Router } from "express";
import { endpoints } from "../contract/endpoints.ts";
import { titleIn } from "../contract/language.ts";
import type { Currencies } from "../contract/rate.ts";
import { exact } from "../domain/exact-json.ts";
import { type Pool, reading } from "../sql/database.ts";
import { selectCurrencies } from "../sql/select-currencies.ts";
import { languageOf } from "./language.ts";
import { parse } from "./parse.ts";
import { route } from "./route.ts";
import { sendJson } from "./send-json.ts";

/** Currencies, who quotes them, and how they are governed. */
export function currencyRoutes(pool: Pool): Router {
  return Router().get(route(endpoints.currencies.path), async (req, res) => {
    const language = languageOf(req, parse(endpoints.currencies.query, req.query).lang);
    const rows = await reading(pool, selectCurrencies);
    sendJson<Currencies>(res, {
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
    });
  });
}
