import { isCurrency } from "../contract/currency.ts";
import type { Mapping, Wide } from "../contract/mapping.ts";
import { boundedPattern } from "./bounded-pattern.ts";
import { columnsFor, columnsForDimension } from "./column-name.ts";
import { isDated } from "./date-forms.ts";
import { needsMapping } from "./needs-mapping.ts";
import type { Head } from "./recognise-columns.ts";

/** Headers of a file that is wide by pair, with any letters: those that only look Latin are told later. */
const pairPattern = "^(?<BASE>\\p{L}{3})/(?<QUOTE>\\p{L}{3})$";
const slashed = new RegExp(pairPattern, "u");
const joined = /^(?:(?<nominal>10*) ?)?(?<BASE>[A-Z]{3})[/_ -]?(?<QUOTE>[A-Z]{3})$/;
const single = /^(?:(?<nominal>10*) ?)?(?<code>[A-Z]{3})$/;

/** How the columns of a wide file tell what they hold: by pairs of currencies, by currencies, or by periods; undefined for a long file. Throws `needs-mapping` where the pivot of the currencies is not told. */
export function recogniseWide(head: Head, given: Mapping): Wide | undefined {
  const { header } = head;
  if (header.some((name) => slashed.test(name))) return { pattern: pairPattern };
  const pairs = header.filter(isPair);
  if (pairs.length > 0) return { pattern: patternOfPairs(pairs) };
  const codes = header.filter(isSingle);
  if (codes.length > 1) return wideByCurrency(head, given, codes);
  const hasPeriod = given.period !== undefined || columnsFor("period", header).length > 0;
  return hasPeriod ? undefined : wideByPeriod(header);
}

/** Headers of one shape that are periods: years, or the days of a table that is transposed. */
function wideByPeriod(header: readonly string[]): Wide | undefined {
  const [first, ...others] = header.filter(isDated);
  if (first === undefined || others.length === 0) return undefined;
  const shape = first
    .replace(/[.*+?^${}()|[\]\\/]/g, "\\$&")
    .replace(/\d+/g, (run) => `\\d{${run.length}}`);
  const pattern = new RegExp(`^${shape}$`, "u");
  return others.every((name) => pattern.test(name))
    ? { period: true, pattern: pattern.source }
    : undefined;
}

/** Of the columns those that the layout does not read. Throws a SyntaxError for a pattern that is none, and a KursError for one that takes too long. */
export function columnsBeside(pattern: string, header: readonly string[]): string[] {
  const bounded = boundedPattern(pattern);
  return header.filter((name) => bounded.exec(name) === null);
}

function isPair(name: string): boolean {
  const { BASE = "", QUOTE = "" } = joined.exec(name)?.groups ?? {};
  return isCurrency(BASE) && isCurrency(QUOTE);
}

function isSingle(name: string): boolean {
  return isCurrency(single.exec(name)?.groups?.code ?? "");
}

function patternOfPairs(names: readonly string[]): string {
  const groups = names.map((name) => joined.exec(name)?.groups ?? {});
  const bases = alternatives(groups.map(({ BASE = "" }) => BASE));
  const quotes = alternatives(groups.map(({ QUOTE = "" }) => QUOTE));
  return `^(?:(?<nominal>10*) ?)?(?<BASE>${bases})[/_ -]?(?<QUOTE>${quotes})$`;
}

function wideByCurrency(head: Head, given: Mapping, names: readonly string[]): Wide | undefined {
  const isTold = (code: string) =>
    given.dimensions?.[code] !== undefined ||
    head.told.set?.[code] !== undefined ||
    columnsForDimension(code, head.header).length > 0;
  const [isBaseTold, isQuoteTold] = [isTold("BASE"), isTold("QUOTE")];
  if (isBaseTold && isQuoteTold) return undefined;
  if (!isBaseTold && !isQuoteTold) throw askPivot(head, given);
  const dimension = isBaseTold ? "QUOTE" : "BASE";
  const nominalOf = (name: string) => head.header.find((other) => other === `${name}_quant`);
  if (names.some((name) => nominalOf(name) !== undefined)) {
    const columns = names.map((name) => {
      const column = nominalOf(name);
      return [name, column === undefined ? name : { code: name, nominal: { column } }] as const;
    });
    return { dimension, columns: Object.fromEntries(columns) };
  }
  const codes = alternatives(names.map((name) => single.exec(name)?.groups?.code ?? ""));
  return { dimension, pattern: `^(?:(?<nominal>10*) ?)?(?<code>${codes})$` };
}

function askPivot({ header, rows }: Head, recognised: Mapping) {
  const detail =
    "The columns are currencies. Say in the mapping what they are quoted in (dimensions.QUOTE, where a column is the price of its currency) or what is quoted in them (dimensions.BASE).";
  const sample = [header, ...rows.slice(0, 2)].map((cells) => cells.join(" | ").slice(0, 200));
  const missing = ["dimensions.BASE", "dimensions.QUOTE"];
  return needsMapping(detail, { recognised, missing, sample });
}

function alternatives(codes: readonly string[]): string {
  return [...new Set(codes)].join("|");
}
