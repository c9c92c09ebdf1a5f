import { textOf } from "./field.ts";
import type { KeyFields } from "./key-reader.ts";

const coarse = /^[MQSA]$/i;
const coarseSeries = /^[^/]+\/[MQSA]\./i;

/**
 * Whether a record says that its period is a month, a quarter, a half-year or a year: by its dimension FREQ, or by
 * the name of its series. A frequency that only the form of the period tells is not said.
 */
export function createCoarseRule(
  keys: readonly KeyFields[],
): (cells: readonly string[]) => boolean {
  const rules = new Map<number | null, (cells: readonly string[]) => boolean>();
  for (const key of keys) {
    const [at, rule] = ruleOf(key);
    // Of the many columns of a wide file all but the header's constants are told by the same cell.
    if (at !== null) rules.set(at, rule);
    else if (rule([])) return () => true;
  }
  const left = [...rules.values()];
  return (cells) => left.some((rule) => rule(cells));
}

function ruleOf(key: KeyFields): [at: number | null, (cells: readonly string[]) => boolean] {
  if ("series" in key) {
    return [key.series.at, (cells) => coarseSeries.test(textOf(key.series, cells))];
  }
  const dimension = key.dataset.dimensions.findIndex(({ code }) => code === "FREQ");
  const field = key.fields[dimension];
  if (!field) return [null, () => false];
  const rename = key.renamings[dimension];
  return [
    field.at,
    (cells) => {
      const text = textOf(field, cells);
      return coarse.test(rename?.(text).code ?? text);
    },
  ];
}
