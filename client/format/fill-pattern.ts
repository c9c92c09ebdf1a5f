/** The pattern of a locale with each `{name}` replaced by its value. Throws a RangeError when a value is wanting. */
export function fillPattern(pattern: string, values: Readonly<Record<string, string>>): string {
  return pattern.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new RangeError(`the pattern "${pattern}" wants ${name}`);
    return value;
  });
}
