/** A mask over keys as a regular expression over whole keys: an empty segment or `*` is any code, `+` means or. */
export function maskPattern(mask: string): string {
  const segments = mask.split(".").map((segment) => {
    if (segment === "" || segment === "*") return "[^.]*";
    // Of what a code may be made of, only this means something else in a pattern.
    return `(${segment.replaceAll("$", "\\$").replaceAll("+", "|")})`;
  });
  return `^${segments.join("\\.")}$`;
}
