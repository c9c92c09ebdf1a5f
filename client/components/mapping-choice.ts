import type { Mapping } from "../../server/contract/mapping.ts";
import { type Columns, placeOfText, textOfPlace } from "./column-choice.ts";

/**
 * A mapping as the controls of a form have it; empty is left to Kurs. `null` is what no control can tell, and stays as
 * it is.
 */
export interface MappingChoice {
  dataset: string;
  encoding: string;
  delimiter: string;
  decimal: string;
  dateFormat: string;
  period: string | null;
  value: string | null;
  nominal: string | null;
  status: string | null;
  /** By the codes of the dataset's dimensions. */
  dimensions: Readonly<Record<string, string | null>>;
  /** The dimension that several columns of values tell; empty where one column has the values. */
  wide: string | null;
  /** What each of those columns has, by the column's name. */
  codes: Readonly<Record<string, string>>;
}

const plain = ["dataset", "encoding", "delimiter", "decimal", "dateFormat"] as const;
const places = ["period", "value", "nominal", "status"] as const;

/** What the controls show of a mapping. */
export function choiceOf(mapping: Mapping, columns: Columns): MappingChoice {
  const text = (place: unknown) => textOfPlace(place, columns);
  const dimensions = Object.entries(mapping.dimensions ?? {});
  return {
    dataset: mapping.dataset ?? "",
    encoding: mapping.encoding ?? "",
    delimiter: mapping.delimiter ?? "",
    decimal: mapping.decimal ?? "",
    dateFormat: mapping.dateFormat ?? "",
    period: text(mapping.period),
    value: text(mapping.value),
    nominal: text(mapping.nominal),
    status: text(mapping.status),
    dimensions: Object.fromEntries(dimensions.map(([code, place]) => [code, text(place)])),
    ...wideChoice(mapping),
  };
}

/** The mapping with what the controls say in place of what they show; the rest of it stays. */
export function mappingOf(choice: MappingChoice, mapping: Mapping, columns: Columns): Mapping {
  const made: Record<string, unknown> = { ...mapping };
  for (const part of plain) made[part] = choice[part] === "" ? undefined : choice[part];
  for (const part of places) {
    const text = choice[part];
    if (text !== null) made[part] = placeOfText(text, columns);
  }
  const told = Object.entries(choice.dimensions).flatMap(([code, text]) =>
    text === null ? [] : [[code, placeOfText(text, columns)] as const],
  );
  made.dimensions = { ...mapping.dimensions, ...Object.fromEntries(told) };
  if (choice.wide !== null) Object.assign(made, wideOf(choice));
  // Undefined members go the way of JSON: a mapping is told as text.
  return JSON.parse(JSON.stringify(made)) as Mapping;
}

function wideChoice({ wide }: Mapping): Pick<MappingChoice, "wide" | "codes"> {
  if (!wide) return { wide: "", codes: {} };
  if (!("columns" in wide)) return { wide: null, codes: {} };
  const codes = Object.entries(wide.columns);
  if (codes.some(([, code]) => typeof code !== "string")) return { wide: null, codes: {} };
  return { wide: wide.dimension, codes: Object.fromEntries(codes) as Record<string, string> };
}

/** One column of values, or several: never both. */
function wideOf({ wide, codes }: MappingChoice): { wide: unknown; value?: undefined } {
  if (wide === "" || wide === null) return { wide: undefined };
  const told = Object.entries(codes).filter(([, code]) => code.trim() !== "");
  const columns = Object.fromEntries(told.map(([name, code]) => [name, code.trim()]));
  return { wide: { dimension: wide, columns }, value: undefined };
}
