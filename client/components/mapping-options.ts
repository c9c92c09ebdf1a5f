import type { AllStrings } from "../strings/desk/en.ts";
import { fillText } from "../strings/fill-text.ts";
import { type Columns, describeColumn } from "./column-choice.ts";
import type { Question } from "./import-asked.ts";

type Texts = AllStrings;

/** What a select offers: its value and its words. */
export type Option = readonly [value: string, text: string];

const encodings = ["utf-8", "windows-1251", "windows-1250", "koi8-r", "ibm866", "x-mac-cyrillic"];
const moreEncodings = ["kz-1048", "utf-16le", "utf-16be"];
const nominals = ["1", "10", "100", "1000", "10000", "100000"];

/** The encodings that Kurs knows, and the one that is chosen. */
export function encodingOptions(chosen: string): Option[] {
  const known = new Set([...encodings, ...moreEncodings, chosen]);
  return [...known].filter(Boolean).map((name) => [name, name]);
}

/** What may stand between the cells. */
export function delimiterOptions(texts: Texts): Option[] {
  return [",", ";", "\t", "|"].map((sign) => [sign, valueName(sign, texts)]);
}

const names: Readonly<Record<string, keyof Texts>> = {
  ",": "importValue.comma",
  ".": "importValue.point",
  ";": "importValue.semicolon",
  "\t": "importValue.tab",
  "|": "importValue.pipe",
  figures: "importValue.figures",
  missing: "importValue.missing",
};

/** What a value of a mapping is called; itself, where it has no name. */
export function valueName(value: string, texts: Texts): string {
  const key = names[value];
  return key === undefined ? value : texts[key];
}

/** What may stand before the decimals. */
export function decimalOptions(texts: Texts): Option[] {
  return [
    [".", texts["importValue.point"]],
    [",", texts["importValue.comma"]],
  ];
}

/** The columns of a file. */
export function columnOptions(columns: Columns): Option[] {
  return columns.map((column, at) => [`column ${at}`, describeColumn(column, at)]);
}

/** For how many units the values are: told by a column, or the same for all. */
export function nominalOptions(columns: Columns, texts: Texts, chosen: string | null): Option[] {
  const constants = nominals.map((nominal) => constantOption(nominal, texts));
  return withChosen([...columnOptions(columns), ...constants], chosen ?? "", texts);
}

/** What may answer a question for a column: the proposed ones, or any; of a nominal also one number for the whole file. */
export function columnAnswers(
  { part, choices }: Pick<Question, "part" | "choices">,
  columns: Columns,
  texts: Texts,
): Option[] {
  const wanted = choices.map(({ value }) => value);
  const isWanted = (at: number) => wanted.includes(columns[at]?.name ?? "");
  const found = columnOptions(columns).filter((_, at) => wanted.length === 0 || isWanted(at));
  return part === "nominal" ? [...found, ...nominalOptions([], texts, null)] : found;
}

/** What tells a dimension: a column, or one code for the whole file. */
export function placeOptions(
  columns: Columns,
  codes: readonly { code: string; name: string }[],
  chosen: string,
  texts: Texts,
): Option[] {
  const constants = codes.map(({ code, name }): Option => {
    const [value, text] = constantOption(code, texts);
    return [value, name === code ? text : `${text} – ${name}`];
  });
  return withChosen([...columnOptions(columns), ...constants], chosen, texts);
}

function constantOption(code: string, texts: Texts): Option {
  return [`always ${code}`, fillText(texts["import.always"], { code })];
}

/** A code that an import brings is in no list. */
function withChosen(options: Option[], chosen: string, texts: Texts): Option[] {
  if (!chosen.startsWith("always ") || options.some(([value]) => value === chosen)) return options;
  return [...options, constantOption(chosen.slice("always ".length), texts)];
}
