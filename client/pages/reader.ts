import type { Locale } from "../format/locale.ts";
import type { AllStrings } from "../strings/desk/en.ts";
import type { Strings } from "../strings/en.ts";

/** For whom something is put into words. Every element of Kurs is one. */
export interface Reader {
  texts: Strings;
  locale: Locale;
}

/** A reader of a page that writes, or of the API page: all texts are there. */
export interface DeskReader extends Reader {
  texts: AllStrings;
}
