import type { Mapping } from "../contract/mapping.ts";
import type { KursError } from "../domain/kurs-error.ts";
import { columnsFor, isMultiplier } from "./column-name.ts";
import type { Measure } from "./column-plan.ts";
import type { Field } from "./field.ts";
import { needsMapping } from "./needs-mapping.ts";
import { readNominal } from "./read-nominal.ts";

/** `Rate per 100`, `JPY (100)`, but neither a day nor a time. */
const powerInName = /(?<![\d.,:/-])10{1,5}(?![\d.,:/-])/;

/** A column that nothing reads, while all its cells so far are nominals. */
interface Suspect {
  at: number;
  name: string;
  /** The first row with a nominal other than 1; null as long as there is none. */
  example: string | null;
}

/**
 * Watches what a file of rates says of how many units each rate is for, where nothing of it is read: a column of 1, 10,
 * 100 under a name that Kurs does not know, or a 100 in the name of a column of rates. Passed over, it would make rates
 * that are ten or a hundred times too high, and look like any others.
 */
export class UnreadNominals {
  readonly #mapping: Mapping;
  /** A code or the name of a column of rates with a power of ten in it. */
  readonly #named: string | null;
  #suspects: Suspect[];

  constructor(mapping: Mapping, header: readonly string[], measures: readonly Measure[]) {
    const open = isTold(mapping) ? [] : measures.filter(isWithoutNominal);
    const isByCode = open.length === 0 || isToldByCode(mapping);
    const columns = isByCode ? [] : columnsOfRates(mapping, open);
    const names = open.length === 0 ? [] : [...columns, ...plainCodes(mapping)];
    this.#mapping = mapping;
    this.#named = names.find((name) => powerInName.test(name)) ?? null;
    this.#suspects = isByCode ? [] : unread(header, measures);
  }

  /** Looks at a row; a column with anything but nominals is one no longer. */
  add(cells: readonly string[]): void {
    if (this.#suspects.length === 0) return;
    this.#suspects = this.#suspects.filter((suspect) => {
      const text = (cells[suspect.at] ?? "").trim();
      const power = text === "" ? 0 : readNominal(text);
      if (power !== null && power > 0) suspect.example ??= cells.join(" | ").slice(0, 200);
      return power !== null;
    });
  }

  /** The question what the nominals are, once all rows were looked at; null where there is none to ask. */
  ask(): KursError | null {
    const columns = this.#suspects.filter(({ example }) => example !== null);
    const [first] = columns;
    if (!first && this.#named === null) return null;
    const isWide = this.#mapping.wide !== undefined && "columns" in this.#mapping.wide;
    const found = first
      ? `Column ${first.name} has only 1, 10, 100 and the like, and nothing reads it.`
      : `${this.#named ?? ""} is named as rates for several units are.`;
    const place =
      first && !isWide
        ? `"nominal": "${first.name}"`
        : `"nominal": { "value": 100 } for all, or { "code": "JPY", "nominal": 100 } for one`;
    return needsMapping(
      `${found} If rates are for so many units, say so in the mapping, as ${place}; if they are for one, say "nominal": { "value": 1 }.`,
      {
        recognised: this.#mapping,
        missing: [isWide ? "wide" : "nominal"],
        candidates: first && !isWide ? { nominal: columns.map(({ name }) => name) } : {},
        sample: columns.flatMap(({ example }) => example ?? []).slice(0, 3),
      },
    );
  }
}

/** The names of the columns of rates, where they do not name periods. */
function columnsOfRates({ wide }: Mapping, measures: readonly Measure[]): string[] {
  const isByPeriod = wide !== undefined && "period" in wide;
  return isByPeriod ? [] : measures.flatMap(({ value }) => value.column ?? []);
}

/** What the file writes for codes that are given without a nominal. */
function plainCodes({ dimensions = {} }: Mapping): string[] {
  const codes = Object.values(dimensions).flatMap((place) =>
    typeof place === "object" && "codes" in place ? Object.entries(place.codes ?? {}) : [],
  );
  return codes.filter(([, code]) => typeof code === "string").map(([text]) => text);
}

function isTold({ nominal, nominalPower, wide }: Mapping): boolean {
  if (nominal !== undefined || nominalPower !== undefined) return true;
  return wide !== undefined && "pattern" in wide && wide.pattern.includes("(?<nominal>");
}

function isToldByCode({ dimensions = {} }: Mapping): boolean {
  return Object.values(dimensions).some((place) => {
    if (typeof place !== "object" || "value" in place) return false;
    const isCoded = Object.values(place.codes ?? {}).some((code) => typeof code === "object");
    return isCoded || place.pattern?.includes("(?<nominal>") === true;
  });
}

/** Of rates only: an indicator is not divided by anything. */
function isWithoutNominal({ key, nominal }: Measure): boolean {
  return "dataset" in key && key.dataset.kind === "rate" && nominal === null;
}

function unread(header: readonly string[], measures: readonly Measure[]): Suspect[] {
  const fields = measures.flatMap(({ key, ...measure }): (Field | null)[] => [
    measure.value,
    measure.period,
    measure.nominal,
    measure.status,
    ...("dataset" in key ? key.fields : [key.series]),
  ]);
  const read = new Set(fields.map((field) => field?.at));
  const ofDates = columnsFor("period", header);
  return header.flatMap((name, at) => {
    const isKnown = name === "" || read.has(at) || ofDates.includes(name) || isMultiplier(name);
    return isKnown ? [] : [{ at, name, example: null }];
  });
}
