/**
 * The text with each `{name}` replaced by its value. Values are texts: a number goes through `client/format`
 * first. Throws a RangeError when the text has a name that no value is given for.
 */
export function fillText(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new RangeError(`the text "${text}" wants ${name}`);
    return value;
  });
}
