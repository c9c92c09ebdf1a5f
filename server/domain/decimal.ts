/**
 * Divides decimal text by ten to the power `places` (multiplies where negative) by moving the point: no digit changes,
 * none is lost.
 */
export function shiftPoint(text: string, places: number): string {
  const sign = text.startsWith("-") ? "-" : "";
  const [whole = "", fraction = ""] = text.slice(sign.length).split(".");
  const decimals = Math.max(fraction.length + places, 0);
  const digits = (whole + fraction)
    .padEnd(whole.length + fraction.length + Math.max(-fraction.length - places, 0), "0")
    .padStart(decimals + 1, "0");
  const point = digits.length - decimals;
  const integer = digits.slice(0, point).replace(/^0+(?=\d)/, "");
  return sign + (decimals === 0 ? integer : `${integer}.${digits.slice(point)}`);
}

/** True when decimal text is above zero. */
export function isPositive(text: string): boolean {
  return !text.startsWith("-") && /[1-9]/.test(text);
}

/** Decimals of a decimal text: 87.4500 has 4. */
export function decimalsOf(text: string): number {
  const point = text.indexOf(".");
  return point < 0 ? 0 : text.length - point - 1;
}

/** The most decimals that one of several decimal texts has; 0 where there is none. */
export function mostDecimals(texts: readonly (string | null)[]): number {
  return texts.reduce((most, text) => (text === null ? most : Math.max(most, decimalsOf(text))), 0);
}
