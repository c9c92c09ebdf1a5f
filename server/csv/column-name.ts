/** What columns are called in files met so far, folded; what stands under them in lower case is what the mapping calls them. */
const aliases = {
  period: `date|period|year|month|quarter|time_period|time period|time|day|data|observation_date|datum|reference date|ref_date|
    as of|as of date|obs_date|observation date|дата|период|год|месяц|квартал|күні|күнү|күн|айы|жыл|жылы|мерзім|sana|yil|oy|сана|санаи|рӯз|сол|sene|senesi|ýyl|tarix|tarih`,
  value: `rate|value|obs_value|curs|kurs|курс|қурс|құны|бағам|бағамы|значение|қиймат|qiymat|баасы|exchange rate|official rate|rates`,
  nominal: `nominal|quant|quantity|номинал|номиналы|количество|кол-во|единиц|бирлик|birlik|саны|воҳид|nominaly|kolvo`,
  status: "status|obs_status",
  series: "series",
} as const;

/** By dimension, likeliest first. Of rates the currency of a row is the base: what it is quoted in must be told. */
const dimensionAliases: Readonly<Record<string, string>> = {
  FREQ: "freq|frequency",
  BASE: `base|base_cur|base currency|base_currency|code|currency code|currency_code|char code|charcode|iso code|iso_code|iso|cdx|kod|valyuta kodu|currency|
    код|буквенный код|букв. код|код валюты|валюта коды|код валютаси|валюта|валютанын коду|valyuta kodi|valyuta|асъор|асор|рамз|walýuta`,
  QUOTE: "quote|quote_cur|quote currency|quote_currency",
};

const lists = new Map<string, readonly string[]>(
  [...Object.entries(aliases), ...Object.entries(dimensionAliases)].map(([part, names]) => [
    part,
    names.split("|").map((name) => name.trim()),
  ]),
);

/** A part of the mapping that a header may tell by its name. */
export type NamedPart = keyof typeof aliases;

/** A header as names are compared: without space around, in lower case, ё as е. */
export function foldName(header: string): string {
  return header.trim().toLowerCase().replaceAll("ё", "е").replace(/\s+/g, " ");
}

/** Whether a column says, as those of SDMX and the IMF do, in which power of ten the values are given; also where a label follows its name. */
export function isMultiplier(header: string): boolean {
  return /^(?:UNIT_MULT|SCALE)(?:$|:)/.test(header);
}

/** The headers that could be this part of the mapping. Where SDMX's own name stands, others only explain it. */
export function columnsFor(part: NamedPart, header: readonly string[]): string[] {
  const names = lists.get(part) ?? [];
  const found = header.filter((name) => names.includes(foldName(name)));
  const own = found.filter((name) => foldName(name) === "time_period");
  return own.length > 0 ? own : found;
}

/** The headers that name this dimension, its own code first. In SDMX-CSV a column means what its agency says: only the code itself counts. */
export function columnsForDimension(code: string, header: readonly string[]): string[] {
  const isSdmx = header.some((name) => foldName(name) === "obs_value");
  const aliases = isSdmx && code !== "FREQ" ? [] : (lists.get(code) ?? []);
  const names = [foldName(code), ...aliases];
  const found = header.filter((name) => names.includes(foldName(name)));
  return found.sort((one, other) => names.indexOf(foldName(one)) - names.indexOf(foldName(other)));
}
