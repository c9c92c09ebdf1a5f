import { describe, expect, it } from "vitest";
import { KeyMask } from "../../../server/contract/series.ts";
import { maskPattern } from "../../../server/domain/key-mask.ts";

const fits = (mask: string, key: string) => new RegExp(maskPattern(KeyMask.parse(mask))).test(key);

describe("a mask over keys", () => {
  it.each([
    ["D.USD.KGS.NBKR", "D.USD.KGS.NBKR", true],
    ["D.USD.KGS.", "D.USD.KGS.NBKR", true],
    ["D.*.KGS.*", "D.USD.KGS.NBKR", true],
    ["...", "D.USD.KGS.NBKR", true],
    ["D.USD.KGS+KZT.", "D.USD.KZT.NBK", true],
    ["D.USD.KGS KZT.", "D.USD.KZT.NBK", true],
    ["A.KZ-15.UNMET_NEED._T.PC", "A.KZ-15.UNMET_NEED._T.PC", true],
    ["A.$.", "A.$.B", true],
    ["D.USD.KGS+KZT.", "D.USD.UZS.NBK", false],
    ["D.US.KGS.", "D.USD.KGS.NBKR", false],
    ["D.SD.KGS.", "D.USD.KGS.NBKR", false],
    ["D.USD.KGS", "D.USD.KGS.NBKR", false],
    ["D.USD.KGS..", "D.USD.KGS.NBKR", false],
    ["A.$.", "A.X.B", false],
  ])("%s and the key %s", (mask, key, expected) => {
    expect(fits(mask, key)).toBe(expected);
  });

  it.each(["D.US*.KGS.", "D.*USD..", "D.+USD..", "D.USD+..", "D.US?..", "D.(USD)..", "D./.."])(
    "is not %s",
    (mask) => {
      expect(KeyMask.safeParse(mask).success).toBe(false);
    },
  );
});
