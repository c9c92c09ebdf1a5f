import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exact, readJson, writeJson } from "../../../server/domain/exact-json.ts";

const decimal = fc
  .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 30n }), fc.stringMatching(/^\d{0,20}$/))
  .map(
    ([negative, whole, fraction]) => `${negative ? "-" : ""}${whole}${fraction && `.${fraction}`}`,
  );

describe("writeJson(value)", () => {
  it("writes every decimal text digit for digit, trailing zeros too", () => {
    fc.assert(
      fc.property(decimal, (digits) => {
        expect(writeJson({ value: exact(digits) })).toBe(`{"value":${digits}}`);
      }),
    );
  });

  it("gives back what readJson read, digit for digit", () => {
    const text = '{"a":[87.4500,null,1e400],"b":"x"}';
    expect(writeJson(readJson(text))).toBe(text);
  });

  it("leaves out what is undefined, as JSON does", () => {
    expect(writeJson({ a: undefined, b: null })).toBe('{"b":null}');
  });
});
