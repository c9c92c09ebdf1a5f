/** The currencies that Kurs is about, in the order in which it shows them. */
export const currencies = ["KGS", "KZT", "TJS", "UZS", "TMT"] as const;

/** What they are quoted against. */
export const dollar = "USD";

/** The countries of the five, by their ISO 3166 codes. */
export const countries = ["KG", "KZ", "TJ", "UZ", "TM"] as const;

/** The currency of a pair that a page is about: the one that is not the dollar; of two others, the quote. */
export function localOf({ base, quote }: { base: string; quote: string }): string {
  return quote === dollar ? base : quote;
}
