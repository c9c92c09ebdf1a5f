const largestPower = 5;

/** Why a text is no nominal. */
export function badNominal(text: string, takes = "1, 10, 100, … 100000") {
  const message = `The nominal is ${text || "empty"}: it must be ${takes}.`;
  return { code: "bad-nominal" as const, message, text };
}

/** The power of ten of a nominal column's text: 2 for `100`, 3 for `1.000` and `1 000`. Null for anything but 1, 10, … 100000. */
export function readNominal(text: string): number | null {
  // In a nominal column a group of three zeros is thousands: Russian banks print 1.000 for one thousand.
  const whole = text.replace(/[.,\s'’](?=000$)/, "").replace(/[.,]0{1,2}$/, "");
  return /^10{0,5}$/.test(whole) ? whole.length - 1 : null;
}

/** The power of ten that a column states itself, as `UNIT_MULT` does: 0 to 5. Null for anything else. */
export function readNominalPower(text: string): number | null {
  const power = /^\d$/.test(text) ? Number(text) : largestPower + 1;
  return power <= largestPower ? power : null;
}
