import type { Mapping } from "../contract/mapping.ts";
import { type BoundedPattern, boundedPattern } from "./bounded-pattern.ts";
import { columnsFor, foldName } from "./column-name.ts";
import { isDated } from "./date-forms.ts";
import type { CsvRecord } from "./parse-block.ts";
import { isBlank, isComment } from "./record-check.ts";

/** Rows below a header in which the first period must stand: names and units of the columns may come between. */
const mostBetween = 15;

/**
 * The record that names the columns: the one that has every name of the mapping, else the first that has a word for
 * a period with periods below it or is a row of periods itself; else the first of all. Undefined where there is none.
 */
export function findHeader(records: readonly CsvRecord[], mapping: Mapping): CsvRecord | undefined {
  const rows = records.filter(({ cells }) => !isBlank(cells) && !isComment(cells));
  const named = namedIn(rows, mapping);
  if (named) return named;
  if (mapping.skipRows !== undefined) return rows[0];
  return rows.find((row, at) => isHeader(row, rows.slice(at + 1, at + 1 + mostBetween))) ?? rows[0];
}

/** Every column that a mapping calls by its name. */
export function namesIn(mapping: Mapping): string[] {
  const { period, value, nominal, nominalPower, status, series, dimensions = {}, wide } = mapping;
  const places = [
    period,
    value,
    nominal,
    nominalPower,
    status,
    series,
    ...Object.values(dimensions),
  ];
  const columns = places.flatMap((place) => {
    if (typeof place === "string") return [place];
    return place !== undefined && "column" in place ? [place.column] : [];
  });
  const inWide = wide && "columns" in wide ? Object.keys(wide.columns) : [];
  return [...columns, ...inWide, ...Object.keys(mapping.rows ?? {})];
}

function namedIn(rows: readonly CsvRecord[], mapping: Mapping): CsvRecord | undefined {
  const names = namesIn(mapping).map(foldName);
  const pattern =
    mapping.wide && "pattern" in mapping.wide ? toPattern(mapping.wide.pattern) : null;
  if (names.length === 0 && !pattern) return undefined;
  const having = rows.filter(({ cells }) => {
    const folded = cells.map(foldName);
    return names.every((name) => folded.includes(name));
  });
  if (!pattern) return having[0];
  const matches = having.map(
    ({ cells }) => cells.filter((cell) => pattern.exec(cell.trim())).length,
  );
  const most = Math.max(...matches);
  return most > 0 ? having[matches.indexOf(most)] : undefined;
}

/** A pattern that is none is told when it is used. */
function toPattern(source: string): BoundedPattern | null {
  try {
    return boundedPattern(source);
  } catch {
    return null;
  }
}

function isHeader({ cells, fault }: CsvRecord, below: readonly CsvRecord[]): boolean {
  if (fault === "quote-damage") return false;
  const names = columnsFor("period", cells);
  const isPeriod = names.map((name) => cells.indexOf(name));
  if (isPeriod.some((at) => below.some((row) => isDated((row.cells[at] ?? "").trim()))))
    return true;
  const [first = "", ...others] = cells;
  const dated = others.filter((cell) => /^\d{4}$/.test(cell.trim())).length;
  return dated >= 2 && dated >= others.length / 2 && !isDated(first.trim());
}
