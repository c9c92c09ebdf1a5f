import { decimalsOf } from "./decimal.ts";

/**
 * How many decimals a value has, under a name; nothing where it does not end in zeros, which a JSON number keeps in the
 * text only: whoever has parsed it sees 87.45 for 87.4500.
 */
export function toldDecimals<Name extends string>(
  name: Name,
  digits: string | null,
): Partial<Record<Name, number>> {
  const isHidden = digits !== null && /\.\d*0$/.test(digits);
  return (isHidden ? { [name]: decimalsOf(digits) } : {}) as Partial<Record<Name, number>>;
}
