import type { Request } from "express";
import { type Language, languages } from "../contract/language.ts";

/** The language of titles: the one asked for, else the best that `Accept-Language` names, else English. */
export function languageOf(req: Request, asked: Language | undefined): Language {
  if (asked) return asked;
  const accepted = req.acceptsLanguages(...languages);
  return languages.find((language) => language === accepted) ?? "en";
}
