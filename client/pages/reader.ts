import type { Locale } from "../format/locale.ts";
import type { Strings } from "../strings/en.ts";

/** For whom something is put into words. Every element of Kurs is one. */
export interface Reader {
  texts: Strings;
  locale: Locale;
}
