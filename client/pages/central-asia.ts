/** The currencies that Kurs is about, in the order in which it shows them. */
export const currencies = ["KGS", "KZT", "TJS", "UZS", "TMT"] as const;

/** What they are quoted against. */
export const dollar = "USD";

/** The countries of the five, by their ISO 3166 codes. */
export const countries = ["KG", "KZ", "TJ", "UZ", "TM"] as const;
