import fc from "fast-check";
import { expect, it } from "vitest";
import {
  formatDifference,
  formatPointDifference,
  formatRateDifference,
} from "../../../client/format/difference.ts";
import { everyLocale } from "./every-locale.ts";

const { en, ru, tk } = everyLocale;

it("formatRateDifference has the decimals of the rate beside it", () => {
  expect(formatRateDifference(87.345, 87.45, en, { published: 4 })).toEqual({
    kind: "up",
    text: "+0.1050",
    glyph: "▲",
    spoken: "up 0.1050",
  });
  expect(formatRateDifference(87.45, 87.345, ru, { published: 4 }).text).toBe("−0,1050");
  expect(formatRateDifference(4210.35, 8100, en, { published: 2 }).text).toBe("+3,889.65");
});

it("formatRateDifference has the direction and the nominal of the rate beside it", () => {
  expect(formatRateDifference(87.345, 87.45, en, { inverse: true }).text).toBe("−0.000014");
  expect(formatRateDifference(12034.56, 12090, en, { inverse: true }).text).toBe("−0.000381");
  expect(formatRateDifference(0.0422, 0.0423, en, { published: 4, nominal: 100 }).text).toBe(
    "+0.01",
  );
});

it("formatRateDifference tells too small a difference from none", () => {
  expect(formatRateDifference(87.45, 87.45, en, { published: 4 })).toMatchObject({
    kind: "flat",
    text: "0",
  });
  expect(formatRateDifference(87.45001, 87.45, en, { published: 4 })).toEqual({
    kind: "down",
    text: "<0.0001",
    glyph: "▼",
    spoken: "down by less than 0.0001",
  });
});

it("formatDifference words the difference of two values of an indicator", () => {
  expect(formatDifference(964, -270.5, en, 0)).toMatchObject({ kind: "down", text: "−1,235" });
  expect(formatDifference(-270.5, 80, ru, 1)).toMatchObject({
    text: "+350,5",
    spoken: "рост на 350,5",
  });
  expect(formatDifference(null, 80, en, 1).text).toBe("—");
});

it("formatPointDifference is in percentage points, never in per cent", () => {
  expect(formatPointDifference(9.8, 11, en)).toEqual({
    kind: "up",
    text: "+1.2\u00a0pp",
    glyph: "▲",
    spoken: "up 1.2 percentage points",
  });
  expect(formatPointDifference(11, 9.8, ru)).toMatchObject({
    text: "−1,2\u00a0п.\u00a0п.",
    spoken: "снижение на 1,2 процентного пункта",
  });
  expect(formatPointDifference(9.8, 9.81, tk).text).toBe("<0,1\u00a0g.p.");
  expect(formatPointDifference(9.8, 9.8, en).text).toBe("0\u00a0pp");
});

it("no difference is a signed zero", () => {
  const value = fc.double({ min: -1e6, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(value, value, fc.nat(6), (from, to, decimals) => {
      const texts = [
        formatDifference(from, to, en, decimals).text,
        formatPointDifference(from, to, en).text,
      ];
      for (const text of texts) expect(text).not.toMatch(/[-−+]0([.,]0+)?(\s|$)/);
    }),
  );
});

it.each([formatRateDifference, formatPointDifference])(
  "%o has nothing to compare null with",
  (format) => {
    expect(format(null, 5, en).kind).toBe("none");
    expect(format(5, null, en).kind).toBe("none");
  },
);

it("formatRateDifference in the other direction has nothing to compare zero with", () => {
  expect(formatRateDifference(0, 5, en, { inverse: true }).kind).toBe("none");
});
