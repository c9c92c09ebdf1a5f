import type { Locale } from "../../../client/format/locale.ts";
import { en } from "../../../client/format/locales/en.ts";
import { kk } from "../../../client/format/locales/kk.ts";
import { ky } from "../../../client/format/locales/ky.ts";
import { ru } from "../../../client/format/locales/ru.ts";
import { tg } from "../../../client/format/locales/tg.ts";
import { tk } from "../../../client/format/locales/tk.ts";
import { uz } from "../../../client/format/locales/uz.ts";
import type { Language } from "../../../server/contract/language.ts";

/** All seven, by language. */
export const everyLocale: Record<Language, Locale> = { en, ru, kk, ky, uz, tg, tk };

/** The digits of a visible number as a program writes them: `−11 932,64` is `-11932.64`. */
export function plainDigits(text: string, { group, decimal }: Locale): string {
  return text.replaceAll(group, "").replace(decimal, ".").replace("\u2212", "-");
}
