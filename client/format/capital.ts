/**
 * A text as a sentence or a heading begins: with a capital, also where it begins with a name that has none of its own.
 */
export function withCapital(text: string): string {
  const [first = "", ...rest] = text;
  return first.toUpperCase() + rest.join("");
}
