/**
 * The text with each `{name}` replaced by its value. Values are texts: a number goes through `client/format`
 * first; where one ends with a full stop and so does the sentence, there is one. Throws a RangeError when the text has a name that no value is given for.
 */
export function fillText(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}(\.?)/g, (_, name: string, stop: string) => {
    const value = values[name];
    if (value === undefined) throw new RangeError(`the text "${text}" wants ${name}`);
    return value.endsWith(".") ? value : value + stop;
  });
}
