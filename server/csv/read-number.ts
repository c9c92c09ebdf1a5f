import { shiftPoint } from "../domain/decimal.ts";

/** The sign that a column's numbers have before their decimals. */
export type DecimalSign = "." | ",";

const plain = { ".": /^(?:0|[1-9]\d*)(?:\.\d+)?$/, ",": /^(?:0|[1-9]\d*)(?:,\d+)?$/ } as const;
/** Groups of three, each behind the same space, apostrophe or other separator; with what stands around the number. */
const grouped = {
  ".": /^(\D*)([1-9]\d{0,2}(?:([ ,'’])\d{3})(?:\3\d{3})*)((?:\.\d*)?\D*)$/,
  ",": /^(\D*)([1-9]\d{0,2}(?:([ .'’])\d{3})(?:\3\d{3})*)((?:,\d*)?\D*)$/,
} as const;
const longest = 100;
const largestExponent = 60;

/**
 * A number as decimal text with every digit that stands there: `87.4500`, `-0.5`, `0.00000018782684`
 * for `1.8782684e-7`. Brackets, a minus behind and U+2212 are a minus; groups of three lose their separators.
 * Null for what is no decimal number: words, hexadecimal, infinity, an exponent over 60, digits other than 0 to 9,
 * gaps or marks inside.
 */
export function readNumber(text: string, decimal: DecimalSign = "."): string | null {
  if (text.length > longest) return null;
  if (plain[decimal].test(text)) return decimal === "." ? text : text.replace(",", ".");
  const whole = ungrouped(text, decimal);
  if (decimal === "," && whole.includes(".")) return null;
  return readSigned(decimal === "," ? whole.replace(",", ".") : whole);
}

function ungrouped(text: string, decimal: DecimalSign): string {
  const even = text.replace(/[\u00A0\u202F\u2009\u2007]/g, " ");
  const [, before = "", digits = "", , behind = ""] = grouped[decimal].exec(even) ?? [];
  return digits === "" ? text : before + digits.replace(/\D/g, "") + behind;
}

function readSigned(text: string): string | null {
  const [, inside] = /^\(([^()+\-−–]+)\)$/.exec(text) ?? [];
  const [, before] = /^([^+\-−–]+)[-−–]$/.exec(text) ?? [];
  const unsigned = inside ?? before ?? text.replace(/^[+\-−–]/, "");
  const value = readUnsigned(unsigned);
  const isNegative = unsigned !== text && !text.startsWith("+");
  if (value === null || !isNegative || !/[1-9]/.test(value)) return value;
  return `-${value}`;
}

function readUnsigned(text: string): string | null {
  const match = /^(?=\.?\d)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/.exec(text);
  if (!match) return null;
  const [, whole = "", fraction = "", exponent = "0"] = match;
  if (Math.abs(Number(exponent)) > largestExponent) return null;
  const integer = whole.replace(/^0+(?=\d)/, "") || "0";
  return shiftPoint(fraction ? `${integer}.${fraction}` : integer, -Number(exponent));
}
