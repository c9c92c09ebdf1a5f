/** What columns are called in files met so far, folded; what stands under them in lower case is what the mapping calls them. */
const aliases = {
  period: [
    "date",
    "period",
    "year",
    "month",
    "quarter",
    "time_period",
    "time",
    "day",
    "data",
    "дата",
    "период",
    "год",
    "күні",
    "күн",
    "sana",
  ],
  value: ["rate", "value", "obs_value", "curs", "kurs", "курс", "қурс", "значение"],
  nominal: ["nominal", "номинал", "количество", "бирлик"],
  status: ["status", "obs_status"],
  series: ["series"],
} as const satisfies Record<string, readonly string[]>;

/** A part of the mapping that a header may tell by its name. */
export type NamedPart = keyof typeof aliases;

/** A header as names are compared: without space around, in lower case, ё as е. */
export function foldName(header: string): string {
  return header.trim().toLowerCase().replaceAll("ё", "е").replace(/\s+/g, " ");
}

/** The headers that could be this part of the mapping. */
export function columnsFor(part: NamedPart, header: readonly string[]): string[] {
  const names: readonly string[] = aliases[part];
  return header.filter((name) => names.includes(foldName(name)));
}

/** The headers that name this dimension: its code, or `frequency` for FREQ. */
export function columnsForDimension(code: string, header: readonly string[]): string[] {
  const names = [foldName(code), ...(code === "FREQ" ? ["frequency"] : [])];
  return header.filter((name) => names.includes(foldName(name)));
}
