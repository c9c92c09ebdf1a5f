import type { Locale } from "../format/locale.ts";
import { describePeriod } from "../format/period.ts";
import type { Strings } from "../strings/en.ts";
import { fillText } from "../strings/fill-text.ts";

/** What is cited. */
export interface CitedWork {
  /** Who published the figures, in the words that the publisher asks for. */
  publisher: string;
  title: string;
  /** The period of the newest figure; null where there is none. */
  published: string | null;
  /** Where it was read. */
  address: string;
  /** The day on which it was read, `YYYY-MM-DD`. */
  accessed: string;
}

/** The work in one sentence, publisher first. */
export function citationText(work: CitedWork, texts: Strings, locale: Locale): string {
  const { publisher, title, published, address } = work;
  const accessed = describePeriod(work.accessed, locale);
  return published === null
    ? fillText(texts["cite.undated"], { publisher, title, accessed, address })
    : fillText(texts["cite.dated"], {
        publisher,
        title,
        date: describePeriod(published, locale),
        accessed,
        address,
      });
}

/** The work as a BibTeX entry; what has a meaning in TeX is escaped, and the publisher stays one name. */
export function citationBibtex({ publisher, title, published, address, accessed }: CitedWork) {
  const year = (published ?? accessed).slice(0, 4);
  const fields = [
    ["author", `{${escaped(publisher)}}`],
    ["title", escaped(title)],
    ["year", year],
    ["howpublished", "via Kurs"],
    ["url", address],
    ["urldate", accessed],
  ];
  const lines = fields.map(([name, value]) => `  ${name} = {${value}}`);
  return `@misc{${nameOf(title, year)},\n${lines.join(",\n")}\n}`;
}

/** `kurs-usd-kgs-2026`. */
function nameOf(title: string, year: string): string {
  const words = title.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return ["kurs", ...words.slice(0, 4), year].join("-");
}

const special: Record<string, string> = {
  "\\": "\\textbackslash{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};

const escaped = (text: string) =>
  text.replace(/[\\{}$&#%_~^]/g, (sign) => special[sign] ?? `\\${sign}`);
