import type { Request } from "express";
import { type Language, languages } from "../contract/language.ts";
import { negotiated } from "./negotiated.ts";

/** The best language that `Accept-Language` names of those we have, else English. */
export const acceptedLanguage = negotiated("accept-language", (req): Language => {
  const accepted = req.acceptsLanguages(...languages);
  return languages.find((language) => language === accepted) ?? "en";
});

/** The language of titles: the one asked for, else the best that `Accept-Language` names, else English. */
export function languageOf(req: Request, asked: Language | undefined): Language {
  return asked ?? acceptedLanguage(req);
}
