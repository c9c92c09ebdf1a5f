import fc from "fast-check";
import { expect, it } from "vitest";
import { remember } from "../../../server/csv/remember.ts";

/** A function that counts how often it is asked. */
function counting() {
  const asked: string[] = [];
  const read = (text: string) => {
    asked.push(text);
    return text.length % 2 === 0 ? text.toUpperCase() : null;
  };
  return { asked, read };
}

it("what is remembered is what would be read", () => {
  const { read } = counting();
  const remembered = remember(read);
  const texts = fc.array(fc.string({ maxLength: 300 }));
  fc.assert(
    fc.property(texts, (given) => {
      for (const text of [...given, ...given]) expect(remembered(text)).toBe(read(text));
    }),
  );
});

it("the same text is read once, also when there is no answer to it", () => {
  const { asked, read } = counting();
  const remembered = remember(read);
  for (const text of ["USD", "2020-01-01T00:00", "USD", "2020-01-01T00:00"]) remembered(text);
  expect(asked).toEqual(["USD", "2020-01-01T00:00"]);
});

it("a text that is too long for a code or a day is read anew each time, so that no file fills the memory", () => {
  const { asked, read } = counting();
  const remembered = remember(read);
  const [kept, tooLong] = ["x".repeat(256), "x".repeat(257)];
  for (const text of [kept, tooLong, kept, tooLong]) remembered(text);
  expect(asked).toEqual([kept, tooLong, tooLong]);
});
