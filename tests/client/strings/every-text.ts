import { en, type Strings } from "../../../client/strings/en.ts";
import { kk } from "../../../client/strings/kk.ts";
import { ky } from "../../../client/strings/ky.ts";
import { ru } from "../../../client/strings/ru.ts";
import { tg } from "../../../client/strings/tg.ts";
import { tk } from "../../../client/strings/tk.ts";
import { uz } from "../../../client/strings/uz.ts";
import type { Language } from "../../../client/strings/strings.ts";

/** The texts of each language as its module has them: English and Russian all, the drafts what is translated. */
export const everyText: Readonly<Record<Language, Partial<Strings>>> = {
  en,
  ru,
  kk,
  ky,
  uz,
  tg,
  tk,
};

/** The keys of every text. */
export const keys = Object.keys(en) as (keyof Strings)[];

/** The names in a text that values are put in for, in alphabetical order. */
export function placeholders(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name).sort();
}
