import type { Locale } from "../format/locale.ts";
import { describePeriod } from "../format/period.ts";
import type { Strings } from "../strings/en.ts";
import { fillText } from "../strings/fill-text.ts";

/** What is cited. */
export interface CitedWork {
  /** Who published the figures, in the words that the publisher asks for. */
  publisher: string;
  title: string;
  /** The newest figure with its unit; null where none is told. */
  figure: string | null;
  /** The period of the newest figure; null where there is none. */
  published: string | null;
  /** Where it was read. */
  address: string;
  /** The day on which it was read, `YYYY-MM-DD`. */
  accessed: string;
}

/** The name of a source as it is cited: in the reader's language, and in the words that the publisher asks for. */
export function citedName(
  { name, attribution }: { name: string; attribution: string | null },
  { language }: Locale,
): string {
  if (attribution === null) return name;
  return language === "en" || attribution.includes(name) ? attribution : `${name} / ${attribution}`;
}

/** The work in one sentence, publisher first. */
export function citationText(work: CitedWork, texts: Strings, locale: Locale): string {
  const { publisher, published, address } = work;
  const title = [work.title, work.figure].filter((part) => part !== null).join(", ");
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
export function citationBibtex(work: CitedWork) {
  const { publisher, title, figure, published, address, accessed } = work;
  const year = (published ?? accessed).slice(0, 4);
  const day = published !== null && /^\d{4}-\d{2}(-\d{2})?$/.test(published) ? published : null;
  const fields = [
    ["author", `{${escaped(publisher)}}`],
    ["title", escaped(title)],
    ["year", year],
    ...(day === null ? [] : [["date", day]]),
    ...(figure === null ? [] : [["note", escaped(figure)]]),
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
