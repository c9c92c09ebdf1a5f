import { describe, expect, it } from "vitest";
import { boundedPattern } from "../../../server/csv/bounded-pattern.ts";
import { createRenaming } from "../../../server/csv/rename-code.ts";
import { KursError } from "../../../server/domain/kurs-error.ts";

const refused = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    if (error instanceof KursError) return error.kind;
    throw error;
  }
  return null;
};

describe("a pattern of a mapping", () => {
  it("finds what the regular expression finds, groups included, each time that it is asked", () => {
    const source = "^(?<nominal>\\d+) (?<code>\\p{Lu}{3})$";
    const pattern = boundedPattern(source);
    for (const text of ["100 JPY", "1 USD", "USD", "", "10 СОМ", "100 JPY"])
      expect(pattern.exec(text)).toEqual(new RegExp(source, "u").exec(text));
  });

  it.each([
    ["repetitions within one another", "^(?<code>(a+)+)$"],
    ["alternatives that are the same", "^(a|a)*$"],
    ["many repetitions in a row", `^${"a*".repeat(30)}$`],
  ])("that runs away is stopped and refused: %s", (_what, source) => {
    const text = `${"a".repeat(200)}!`;
    expect(refused(() => boundedPattern(source).exec(text))).toBe("invalid-body");
    expect(refused(() => createRenaming({ column: "c", pattern: source })?.(text))).toBe(
      "invalid-body",
    );
  });

  it("that is slow with every text is stopped as well", () => {
    const pattern = boundedPattern("^a*a*a*a*a*$");
    const texts = Array.from({ length: 2_000 }, (_, n) => `${"a".repeat(90)}!${n}`);
    expect(refused(() => texts.map((text) => pattern.exec(text)))).toBe("invalid-body");
  });

  it("that is very long is refused before it is made ready, which takes long, too", () => {
    const source = "\\p{L}".repeat(20_000);
    expect(() => boundedPattern(source)).toThrow(SyntaxError);
  });

  it("that is no regular expression is a syntax error", () => {
    expect(() => boundedPattern("(")).toThrow(SyntaxError);
  });
});
