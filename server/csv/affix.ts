/** The signs and words of money that stand with numbers, in lower case. */
const units: ReadonlySet<string> = new Set(
  "$ € £ ¥ ₸ ₽ ₴ ₺ ₼ ₾ ₩ ₹ с с. сом som сум so'm so‘m soʻm so’m тенге тг тг. руб руб. рубль p. р. сомони смн смн. somoni manat манат man. usd eur kgs kzt tjs uzs tmt rub".split(
    " ",
  ),
);

const around = /^([^\d+\-−–(.,]*)[+\-−–(]?\s*\d(?:.*[\d)])?([^\d)]*)$/u;

/** The sign or word of money before or behind a number, as it is written; null where there is none that is known. */
export function readAffix(text: string): string | null {
  const [, before = "", behind = ""] = around.exec(text) ?? [];
  const affix = (before + behind).trim();
  return affix !== "" &&
    (before.trim() === "" || behind.trim() === "") &&
    units.has(affix.toLowerCase())
    ? affix
    : null;
}

/** The number without the sign of money; the text as it is where that is not at its edge. */
export function withoutAffix(text: string, unit: string): string {
  if (text.startsWith(unit)) return text.slice(unit.length).trim();
  return text.endsWith(unit) ? text.slice(0, -unit.length).trim() : text;
}
