import { expect, it } from "vitest";
import { en } from "../../../client/format/locales/en.ts";
import { ru } from "../../../client/format/locales/ru.ts";
import { valueText } from "../../../client/pages/import-understood.ts";

it.each([
  ["FX/D.KGS.USD.NBKR", 87.46, 4, en, "1 KGS = 87.4600 USD"],
  ["FX/D.UZS.USD.TCA", 0.00008, undefined, ru, "1 UZS = 0,00008 USD"],
  ["TRADE/A.KG.IMPORTS.USD_MN", 11932.6, undefined, en, "11,932.6"],
  ["FX/D.KGS.USD.NBKR", null, undefined, en, "—"],
])(
  "of %s, %s is read in its direction and with its digits",
  (series, value, decimals, locale, told) => {
    expect(valueText({ series, value, decimals }, locale)).toBe(told);
  },
);
