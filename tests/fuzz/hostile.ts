import fc from "fast-check";

/** What has broken servers before. */
const known = [
  "",
  " ",
  "\0",
  "../../../etc/passwd",
  "..\\..\\windows\\win.ini",
  "'; drop table observation; --",
  "1 or 1=1",
  "<script>alert(1)</script>",
  "${jndi:ldap://x/y}",
  "{{7*7}}",
  "%s%n%x",
  "\r\nSet-Cookie: a=b",
  "__proto__",
  "constructor",
  "toString",
  "undefined",
  "null",
  "NaN",
  "Infinity",
  "-0",
  "1e309",
  "0x10",
  "2147483648",
  "9223372036854775808",
  "99999999999999999999999999999999999999",
  "0.000000000000000000000000000000000001",
  "0000-00-00",
  "2026-02-30",
  "9999-12-31",
  "-2026-01-01",
  "12026-01-01",
  "2026-W53",
  "2026-W54",
  "2026-Q5",
  "2026-09-29T25:61:61Z",
  "2026-09-29T10:00:00+99:99",
  "*",
  "+",
  "....",
  ",,,,",
  "FX/D.USD.KGS.MARKET:pch:pch",
  "🇰🇬",
  "\u202eKGS",
  "ʻ’`´",
  "e\u0301".repeat(60),
  "(a+)+$",
  "a".repeat(500),
  "a".repeat(9_000),
  "1,".repeat(400),
];

/** A text that nobody sensible sends; it may hold anything, halves of characters too. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...known) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 40 }) },
  { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 40 }) },
  { weight: 1, arbitrary: fc.bigInt().map(String) },
  { weight: 1, arbitrary: fc.double().map(String) },
);

/** As part of an address: escaped, or escaped wrongly. */
export const hostilePart: fc.Arbitrary<string> = fc.oneof(
  // Halves of characters become U+FFFD, as no address can carry them.
  { weight: 4, arbitrary: hostileText.map((text) => encodeURIComponent(wellFormed(text))) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      ...["%", "%zz", "%ff%fe", "%c0%af", "%00", "%u0041", "..%2f..%2f", "%2e%2e", ";a=b"],
      ...["&&&", "==", "//", "/./", "\\", "|", "^", "%25%32%66", "%e2%80%ae", "%ed%a0%80"],
    ),
  },
);

/** As the value of a header: what is no control character. */
export const hostileHeader: fc.Arbitrary<string> = hostileText.map((text) =>
  text.replaceAll(/[^\t\x20-\x7e\x80-\xff]/g, "?").trim(),
);

const wellFormed = (text: string) => Buffer.from(text).toString();
