/** The encodings met where these files come from, likeliest first. */
export const encodings = [
  "windows-1251",
  "windows-1250",
  "koi8-r",
  "ibm866",
  "x-mac-cyrillic",
  "kz-1048",
] as const;

/** Where Kazakhstan's own table differs from windows-1251, as the letters that windows-1251 has there. */
const [windows, kazakh] = ["ЌЋќћЎўЈҐЄЇґєјЅѕї", "ҚҺқһҰұӘӨҒҮөғәҢңү"];
const kazakhOf = new Map([...windows].map((letter, at) => [letter, kazakh[at] ?? letter]));

/** The name under which Kurs keeps an encoding, of any of its names. Throws a RangeError for an unknown one. */
export function encodingNamed(label: string): string {
  if (/^(?:kz|rk|strk)[-_ ]?1048$/i.test(label)) return "kz-1048";
  return new TextDecoder(label).encoding;
}

/**
 * A reader of bytes, piece by piece; without a piece it ends. What is in another encoding throws a TypeError, where the
 * encoding can tell; a lenient reader puts U+FFFD in its place.
 */
export function createDecoder(encoding: string, { fatal = true } = {}): (chunk?: Buffer) => string {
  const isKazakh = encoding === "kz-1048";
  const decoder = new TextDecoder(isKazakh ? "windows-1251" : encoding, { fatal });
  return (chunk) => {
    const text = chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
    return isKazakh
      ? text.replace(/[ЌЋќћЎўЈҐЄЇґєјЅѕї]/g, (letter) => kazakhOf.get(letter) ?? letter)
      : text;
  };
}
