import type { DimensionPlace } from "../contract/mapping.ts";
import { currencyOfNumeric } from "../contract/currency.ts";
import { boundedPattern } from "./bounded-pattern.ts";

/** What a file's text means: a code, and the nominal where the text has it too. */
export interface Renamed {
  code: string;
  nominal: string | null;
}

/** How a mapping turns the texts of a dimension into codes: by `codes` first, then `pattern`, then ISO numbers. Null where it does not. Throws a SyntaxError for a pattern that is none. */
export function createRenaming(
  place: DimensionPlace | undefined,
): ((text: string) => Renamed) | null {
  if (typeof place !== "object" || "value" in place) return null;
  const { codes = {}, pattern, numeric } = place;
  if (Object.keys(codes).length === 0 && pattern === undefined && !numeric) return null;
  const listed = new Map(Object.entries(codes));
  const form = pattern === undefined ? null : boundedPattern(pattern);
  return (text) => {
    const known = listed.get(text);
    if (typeof known === "string") return { code: known, nominal: null };
    if (known) return { code: known.code, nominal: known.nominal?.toString() ?? null };
    const groups = form?.exec(text)?.groups;
    if (groups) return { code: groups.code ?? text, nominal: groups.nominal ?? null };
    return { code: numeric ? (currencyOfNumeric(text) ?? text) : text, nominal: null };
  };
}
