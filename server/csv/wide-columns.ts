import type { Mapping, Wide } from "../contract/mapping.ts";
import { type BoundedPattern, boundedPattern } from "./bounded-pattern.ts";
import { locateColumn } from "./locate-field.ts";
import { needsMapping } from "./needs-mapping.ts";

/** A column of a wide file with what its header says. */
export interface WideColumn {
  at: number;
  header: string;
  /** Codes by dimension; `period` where the header is a period. */
  codes: Readonly<Record<string, string>>;
  /** A number, or the index of the column that has it. */
  nominal: string | { at: number } | null;
}

/** The columns of values of a wide file. Throws `needs-mapping` where the header has none, and for a pattern that is no regular expression. */
export function readWideColumns(
  wide: Wide,
  header: readonly string[],
  recognised: Mapping,
): WideColumn[] {
  if ("columns" in wide) {
    return Object.entries(wide.columns).map(([name, column]) => {
      const at = locateColumn(name, header, recognised);
      const { code, nominal } = typeof column === "string" ? { code: column } : column;
      const codes = { [wide.dimension]: code };
      return { at, header: name, codes, nominal: nominalOf(nominal, header, recognised) };
    });
  }
  const pattern = toPattern(wide.pattern, recognised);
  const found = header.flatMap((name, at) => {
    const match = pattern.exec(name);
    return match ? [matchedColumn(wide, match, at)] : [];
  });
  const repeated = found.find(({ header: name }, at) => header.indexOf(name) !== found[at]?.at);
  if (repeated) {
    const detail = `Several columns are called ${repeated.header}: name the columns to read one by one (wide.columns).`;
    throw needsMapping(detail, { recognised, missing: ["wide"], sample: [header.join(" | ")] });
  }
  if (found.length > 0) return found;
  const detail = `No header matches the pattern ${wide.pattern}.`;
  const sample = [header.join(" | ")];
  throw needsMapping(detail, { recognised, missing: ["wide.pattern"], sample });
}

function nominalOf(
  nominal: number | { column: string } | undefined,
  header: readonly string[],
  recognised: Mapping,
): WideColumn["nominal"] {
  if (typeof nominal !== "object") return nominal === undefined ? null : String(nominal);
  return { at: locateColumn(nominal.column, header, recognised) };
}

function matchedColumn(wide: Wide, match: RegExpExecArray, at: number): WideColumn {
  const { code = match[0], nominal, period = match[0], ...groups } = match.groups ?? {};
  const named =
    "dimension" in wide ? { [wide.dimension]: code } : "period" in wide ? { period } : {};
  return { at, header: match.input, codes: { ...named, ...groups }, nominal: nominal ?? null };
}

function toPattern(source: string, recognised: Mapping): BoundedPattern {
  try {
    return boundedPattern(source);
  } catch (cause) {
    const detail = `The pattern ${source} is no regular expression: ${String(cause)}`;
    throw needsMapping(detail, { recognised, missing: ["wide.pattern"], sample: [] });
  }
}
