import { type AllStrings, allEn } from "../../../client/strings/desk/en.ts";
import { deskKk } from "../../../client/strings/desk/kk.ts";
import { deskKy } from "../../../client/strings/desk/ky.ts";
import { deskRu } from "../../../client/strings/desk/ru.ts";
import { deskTg } from "../../../client/strings/desk/tg.ts";
import { deskTk } from "../../../client/strings/desk/tk.ts";
import { deskUz } from "../../../client/strings/desk/uz.ts";
import { kk } from "../../../client/strings/kk.ts";
import { ky } from "../../../client/strings/ky.ts";
import { ru } from "../../../client/strings/ru.ts";
import { tg } from "../../../client/strings/tg.ts";
import { tk } from "../../../client/strings/tk.ts";
import { uz } from "../../../client/strings/uz.ts";
import type { Language } from "../../../server/contract/language.ts";

/** The texts of each language as its module has them: English and Russian all, the drafts what is translated. */
export const everyText: Readonly<Record<Language, Partial<AllStrings>>> = {
  en: allEn,
  ru: { ...ru, ...deskRu },
  kk: { ...kk, ...deskKk },
  ky: { ...ky, ...deskKy },
  uz: { ...uz, ...deskUz },
  tg: { ...tg, ...deskTg },
  tk: { ...tk, ...deskTk },
};

/** The keys of every text. */
export const keys = Object.keys(allEn) as (keyof AllStrings)[];

/** The names in a text that values are put in for, in alphabetical order. */
export function placeholders(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name).sort();
}
